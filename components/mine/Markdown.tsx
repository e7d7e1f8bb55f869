import type { Token, Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Outside } from '../Outside.tsx';

/**
 * A note in Markdown. What the library reads is drawn element by element, and nothing else can come of it: no HTML is ever parsed (what looks like it
 * is shown as text), no picture is loaded (its address is a link), and a link leads to the web or is text.
 */
export function Markdown({ text }: { readonly text: string }) {
  const [tokens, setTokens] = useState<{ readonly of: string; readonly tokens: readonly Token[] } | undefined>(undefined);
  useEffect(() => {
    let over = false;
    void tokensOf(text).then((read) => {
      if (!over) setTokens({ of: text, tokens: read });
    });
    return () => {
      over = true;
    };
  }, [text]);
  return (
    <div class="markdown" dir="auto">
      {tokens?.of === text ? <Blocks tokens={tokens.tokens} /> : <p class="verbatim">{text}</p>}
    </div>
  );
}

/** Most readers of a profile have no note on it: the library comes with the first one. A text that it cannot read (nested a thousand times) is shown as it is. */
async function tokensOf(text: string): Promise<readonly Token[]> {
  try {
    const { lexer } = await import('marked');
    return lexer(text, { gfm: true, breaks: true });
  } catch {
    return [{ type: 'text', raw: text, text }];
  }
}

function Blocks({ tokens }: { readonly tokens: readonly Token[] }) {
  return (
    <>
      {tokens.map((token, at) => (
        <Block key={`${at} ${token.type}`} token={token} />
      ))}
    </>
  );
}

/** Headings of a note stand below those of the page. */
const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const;

function Block({ token }: { readonly token: Token }): ComponentChildren {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading': {
      const Heading = HEADINGS[Math.min((token as Tokens.Heading).depth, HEADINGS.length) - 1] ?? 'h6';
      return (
        <Heading>
          <Inline tokens={token.tokens} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Inline tokens={token.tokens} />
        </p>
      );
    case 'blockquote':
      return (
        <blockquote>
          <Blocks tokens={token.tokens ?? []} />
        </blockquote>
      );
    case 'list':
      return <List list={token as Tokens.List} />;
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'table':
      return <Table table={token as Tokens.Table} />;
    default:
      return <InlineToken token={token} />;
  }
}

function List({ list }: { readonly list: Tokens.List }) {
  const items = list.items.map((item, at) => (
    <li key={`${at} ${item.raw}`}>
      {item.task ? (item.checked ? '☑ ' : '☐ ') : ''}
      <Blocks tokens={item.tokens.filter(({ type }) => type !== 'checkbox')} />
    </li>
  ));
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ table }: { readonly table: Tokens.Table }) {
  return (
    <table>
      <thead>
        <tr>
          {table.header.map((cell, at) => (
            <th key={`${at} ${cell.text}`} scope="col">
              <Inline tokens={cell.tokens} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={`${at} ${row.map(({ text }) => text).join(' ')}`}>
            {row.map((cell, column) => (
              <td key={`${column} ${cell.text}`}>
                <Inline tokens={cell.tokens} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Inline({ tokens = [] }: { readonly tokens?: readonly Token[] | undefined }) {
  return (
    <>
      {tokens.map((token, at) => (
        <InlineToken key={`${at} ${token.type}`} token={token} />
      ))}
    </>
  );
}

function InlineToken({ token }: { readonly token: Token }): ComponentChildren {
  const inner = <Inline tokens={'tokens' in token ? token.tokens : undefined} />;
  switch (token.type) {
    case 'strong':
      return <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    case 'del':
      return <del>{inner}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
    case 'image':
      return <Outside address={token.href} words={token.text === '' ? token.href : token.text} />;
    case 'text':
      return token.tokens === undefined ? token.text : inner;
    case 'escape':
      return token.text;
    default:
      return token.raw;
  }
}
