import { attribute, isElement, listen, localName, quietly } from './page-dom.ts';

/**
 * Frames whose text was put into them by the page itself (`srcdoc`, `about:blank`, `data:`, `blob:`). Those that were loaded from a site that is read get
 * the content script from the browser, as pages do; these get it only when there is something to be read in them: most are empty, unseen, or
 * an advertisement, there are dozens of them on a news page, and in each the browser would make a world of its own for us (5 to 10 ms).
 */
export interface Frames {
  /** Looks at a frame as soon as it comes near the window. */
  look(frame: Element): void;
}

/** Smaller than this (CSS pixels), a frame is not for reading: width, height. A blank one may be anything: only a big one counts. */
const LEAST = { written: [100, 30], blank: [400, 300] } as const;
/** Frames come together: they are asked for together, so many ms after the first. */
const GATHERING = 500;

export function watchFrames(found: () => void, signal: AbortSignal): Frames {
  let due: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(
    quietly('frames', (entries: IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting, boundingClientRect: box } of entries) {
        const [width, height] = LEAST[isBlank(target) ? 'blank' : 'written'];
        const isSmall = box.width < width || box.height < height;
        if (isIntersecting && isSmall && !small.has(target)) grown.observe(target);
        if (isSmall) small.add(target);
        if (!isIntersecting || isSmall) continue;
        observer.unobserve(target);
        grown.unobserve(target);
        due ??= setTimeout(() => {
          due = undefined;
          found();
        }, GATHERING);
      }
    }),
    { rootMargin: '100%' },
  );
  const small = new WeakSet<Element>();
  const grown = new ResizeObserver(
    quietly('frame', (entries: ResizeObserverEntry[]) => {
      for (const { target } of entries) look(target);
    }),
  );
  const look = (frame: Element): void => {
    observer.unobserve(frame);
    if (!isLoaded(frame)) observer.observe(frame);
  };
  // What a frame shows may come later, or anew. The window does not hear of it.
  const loaded = ({ target }: Event): void => {
    if (target instanceof Node && isElement(target) && localName(target) === 'iframe') look(target);
  };
  listen('load', loaded, signal, document);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    grown.disconnect();
    clearTimeout(due);
  });
  return { look };
}

/** From an address of its own. */
function isLoaded(frame: Element): boolean {
  return attribute(frame, 'srcdoc') === null && /^(?!\s*(?:about|data|blob|javascript):)\s*\S/i.test(attribute(frame, 'src') ?? '');
}

function isBlank(frame: Element): boolean {
  return attribute(frame, 'srcdoc') === null && !/^\s*(?:data|blob):/i.test(attribute(frame, 'src') ?? '');
}
