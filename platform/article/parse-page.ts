/**
 * The HTML that a page wrote down of itself (page-outline.ts), as a tree that nothing happens in: no script runs there, nothing is loaded, and no
 * element of it is ever put into a document that is shown.
 */
export function parsePage(html: string): Document {
  const page = new DOMParser().parseFromString(html.replace(INLINE, hiddenOnly), 'text/html');
  // Named fields and pictures stand in for properties of their form and of the document: <input name="textContent">.
  for (const element of Document.prototype.querySelectorAll.call(page, NAMED))
    for (const name of ['id', 'name']) Element.prototype.removeAttribute.call(element, name);
  return page;
}

const NAMED = ['button', 'embed', 'fieldset', 'form', 'iframe', 'img', 'input', 'object', 'output', 'select', 'textarea']
  .map((name) => `${name}[name], ${name}[id]`)
  .join(', ');

/** As browsers write attributes: in double quotes, with those of the value escaped. */
const INLINE = / (?:style|on[a-z]+)="([^"]*)"/gi;
const UNSEEN = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/**
 * Our content security policy forbids styles and handlers in attributes, and Chromium complains of each one that it parses, inert or not, for a third
 * of a millisecond. Of styles only what hides is of use. A text that speaks of attributes loses them too, and is not found again.
 */
function hiddenOnly(attribute: string, value: string): string {
  return !attribute.startsWith(' on') && UNSEEN.test(value) ? ' hidden=""' : '';
}
