/**
 * The HTML that a page wrote down of itself, as a tree that nothing happens in: no script runs there, nothing is loaded, and no element of it is ever
 * put into a document that is shown.
 */
export function parsePage(html: string): Document {
  const page = new DOMParser().parseFromString(withoutInline(html), 'text/html');
  const find = (selector: string): readonly Element[] => [...Document.prototype.querySelectorAll.call(page, selector)];
  // Named fields and pictures stand in for properties of their form and of the document: <input name="textContent">.
  for (const element of find(NAMED)) for (const name of ['id', 'name']) Element.prototype.removeAttribute.call(element, name);
  // In the page they were text, or shown to nobody; where no script can run they are parsed as elements.
  for (const element of find('noscript')) Element.prototype.remove.call(element);
  return page;
}

const NAMED = ['button', 'embed', 'fieldset', 'form', 'iframe', 'img', 'input', 'object', 'output', 'select', 'textarea']
  .map((name) => `${name}[name], ${name}[id]`)
  .join(', ');

/** As browsers write attributes: always in double quotes, with those of the value escaped. */
const INLINE = / (?:style|on[a-z]+)="([^"]*)"/gi;
const UNSEEN = /(?:^|[;\s])(?:display:\s*none|visibility:\s*hidden)/i;

/**
 * Without styles and handlers in attributes. Our content security policy forbids both, and Chromium complains of each one that it parses, inert or
 * not, for a third of a millisecond. Of styles only what hides is of use.
 */
function withoutInline(html: string): string {
  return html.replace(INLINE, (all, value: string) => (all.startsWith(' on') || !UNSEEN.test(value) ? '' : ' hidden=""'));
}
