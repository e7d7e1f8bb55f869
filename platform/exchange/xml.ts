/** Text for XML 1.0, of which not every text is one. */

/** What XML 1.0 cannot hold in any spelling (section 2.2, production 2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNHOLDABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** White space but the space would be read as a space in an attribute; a carriage return, and by readers of XML 1.1 the others, as a line feed anywhere. */
const ESCAPED = /[&<>"\t\n\r\u0085\u2028]/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What is left of a text in XML: half surrogate pairs are replaced by U+FFFD, control characters dropped. */
export function holdable(text: string): string {
  return text.toWellFormed().replace(UNHOLDABLE, '');
}

/** For between tags and between double quotes. */
export function xmlText(text: string): string {
  return holdable(text).replace(ESCAPED, (c) => ENTITIES[c] ?? `&#${c.charCodeAt(0)};`);
}

/** ` name="value"` for each that is given. */
export function xmlAttributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('');
}
