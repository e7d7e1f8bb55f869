import { date, isolated, list } from '../locales/format.ts';
import { ui } from '../locales/ui.ts';
import type { EvidenceView } from '../platform/messages.ts';
import { Outside } from './Outside.tsx';
import type { Named } from './places.ts';

interface EvidenceProps {
  readonly a: Named;
  readonly b: Named;
  readonly evidence: readonly EvidenceView[];
}

/** Where both were named: the articles, newest first, with the sentence. */
export function Evidence({ a, b, evidence }: EvidenceProps) {
  return (
    <section>
      <h1 tabIndex={-1}>{ui.profile.both(<bdi>{a.name}</bdi>, <bdi>{b.name}</bdi>)}</h1>
      {evidence.length === 0 ? <p class="empty">{ui.profile.noEvidence}</p> : <p class="muted">{ui.profile.together(evidence.length)}</p>}
      <ul class="evidence">
        {evidence.map((one) => (
          <li key={one.url}>
            <Article one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Article({ one }: { readonly one: EvidenceView }) {
  const when = one.published === undefined ? ui.profile.read(date(one.seen)) : date(one.published);
  return (
    <article>
      <h2>
        <Outside address={one.url} words={one.title === '' ? one.url : one.title} />
      </h2>
      <p class="muted">
        <bdi>{one.publisher}</bdi>
        {one.author === undefined ? '' : `, ${ui.profile.author(one.author)}`}, {when}, {ui.profile.levels[one.level]}
        {one.partial ? `, ${ui.profile.onlyBeginning}` : ''}
      </p>
      {one.also === undefined ? undefined : (
        <p class="muted">{ui.profile.alsoAt(list(one.also.map(({ publisher }) => isolated(publisher))))}</p>
      )}
      {one.sentences.map((sentence) => (
        <blockquote key={sentence.text} dir="auto">
          <Emphasised text={sentence.text} spans={sentence.spans} />
        </blockquote>
      ))}
    </article>
  );
}

/** A sentence with the names in it emphasised; spans are UTF-16 offsets, and those that overlap or lie outside are left out. */
export function Emphasised({
  text,
  spans,
}: {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}) {
  const pieces = [];
  let at = 0;
  for (const span of [...spans].sort((x, y) => x.start - y.start)) {
    if (span.start < at || span.end <= span.start || span.end > text.length) continue;
    pieces.push(text.slice(at, span.start), <strong key={span.start}>{text.slice(span.start, span.end)}</strong>);
    at = span.end;
  }
  pieces.push(text.slice(at));
  return <>{pieces}</>;
}
