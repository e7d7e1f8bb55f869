import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import { foundIn, markFound, unfold, wordsOf } from './find.ts';

/** What was typed and the sections that hold it, looked for again whenever something is drawn anew. */
export function useFind(main: RefObject<HTMLElement | null>) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<ReadonlySet<string> | undefined>(undefined);
  const opened = useRef(new Set<HTMLDetailsElement>());
  useEffect(() => {
    const words = wordsOf(typed);
    const { current } = main;
    if (current === null || words.length === 0) {
      if (current !== null) unfold(current, [], opened.current);
      setFound(undefined);
      return undefined;
    }
    const look = () => {
      const now = foundIn(current, words);
      setFound((before) => (before !== undefined && sameSet(before, now) ? before : now));
      unfold(current, words, opened.current);
      markFound(current, words);
    };
    look();
    // Not of attributes: what is hidden by this search would call for the next one.
    const observer = new MutationObserver(look);
    observer.observe(current, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      markFound(null, []);
    };
  }, [typed]);
  return { typed, setTyped, found };
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

type FindProps = ReturnType<typeof useFind>;

export function Find({ typed, setTyped, found }: FindProps) {
  const words = found === undefined ? '' : found.size === 0 ? ui.options.nothingFound(typed.trim()) : ui.options.sectionsFound(found.size);
  return (
    <search class="find">
      <input
        class="field"
        type="search"
        list={undefined}
        dir="auto"
        aria-label={ui.options.find}
        placeholder={ui.options.find}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped('');
        }}
      />
      <p role="status" class="muted">
        {words}
      </p>
    </search>
  );
}
