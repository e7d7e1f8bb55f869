import { Parser } from 'htmlparser2';

/** Elements whose text is not for reading. */
const UNREAD = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'select',
  'code',
  'kbd',
  'samp',
  'svg',
  'head',
  'title',
  'iframe',
  'rt',
  'rp',
]);

/** Elements that stand in a line and do not end a paragraph; all others do. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby rb s small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Never closed, so they must not count as open. */
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** The readable text of an HTML page, a blank line between paragraphs. For Node only; the extension reads the live page (platform/page-text.ts). */
export function textOfHtml(html: string): string {
  const paragraphs: string[] = [''];
  let unread = 0;
  let verbatim = 0;
  const end = () => {
    if (paragraphs.at(-1)?.trim() !== '') paragraphs.push('');
  };
  const add = (text: string) => {
    paragraphs[paragraphs.length - 1] += text;
  };
  const parser = new Parser({
    onopentag(name) {
      if (UNREAD.has(name)) unread++;
      if (name === 'pre') verbatim++;
      if (name === 'br') add('\n');
      else if (!INLINE.has(name)) end();
    },
    ontext(text) {
      if (unread === 0) add(verbatim > 0 ? text : text.replace(/[\t\n\f\r ]+/g, ' '));
    },
    onclosetag(name) {
      if (UNREAD.has(name) && unread > 0) unread--;
      if (name === 'pre' && verbatim > 0) verbatim--;
      if (!INLINE.has(name) && !VOID.has(name)) end();
    },
  });
  parser.end(html);
  return paragraphs
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
