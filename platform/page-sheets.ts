import { isConnected, rootOf } from './page-dom.ts';

/**
 * Our style sheet in the document and in each open shadow root that has marks. Adopted sheets change no node of the page and pass
 * the strictest content security policy. Firefox does not look for `::highlight` rules outside a shadow root, so each root gets it too.
 */
export interface Sheets {
  add(rule: string): void;
  /** Makes sure that what stands in this owner is styled. */
  cover(owner: Node): void;
  /** Puts the sheet back where the page replaced the list. */
  verify(): void;
  remove(): void;
}

export function createSheets(): Sheets {
  const sheet = new CSSStyleSheet();
  const covered = new Set<Document | ShadowRoot>();
  const put = (root: Document | ShadowRoot): void => {
    const list = adopted(root);
    if (!list.includes(sheet)) list.push(sheet);
  };
  return {
    add: (rule) => sheet.insertRule(rule),
    cover: (owner) => {
      const root = rootOf(owner);
      for (const one of root instanceof ShadowRoot ? [document, root] : [document]) {
        if (covered.has(one)) continue;
        covered.add(one);
        put(one);
      }
    },
    verify: () => {
      for (const root of covered) {
        if (isConnected(root)) put(root);
        else covered.delete(root);
      }
    },
    remove: () => {
      for (const root of covered) {
        const list = adopted(root);
        const at = list.indexOf(sheet);
        if (at >= 0) list.splice(at, 1);
      }
      covered.clear();
    },
  };
}

const ofDocument = Object.getOwnPropertyDescriptor(Document.prototype, 'adoptedStyleSheets')?.get;

/** The live list; of the document by its prototype, as an image named "adoptedStyleSheets" would hide it. */
function adopted(root: Document | ShadowRoot): CSSStyleSheet[] {
  return (root instanceof ShadowRoot || ofDocument === undefined ? root.adoptedStyleSheets : ofDocument.call(root)) as CSSStyleSheet[];
}
