import { useEffect, useState } from 'preact/hooks';
import { number } from '../locales/format.ts';
import { ui } from '../locales/ui.ts';
import type { PageView } from '../platform/messages.ts';

/** A page is read piece by piece: how long its number of names must stand still before it is said, in ms. */
const STILL = 1_000;

/** How many names are on the page. */
export function countSentence(sure: number, uncertain: number): string {
  return uncertain === 0 ? ui.reader.names(sure) : ui.reader.namesAndUncertain(sure, number(uncertain));
}

/** For those who listen: how many names are on the page, once the number has come to rest, and only if it is another. */
export function Count({ view }: { readonly view: PageView }) {
  const sure = view.entities.filter((entity) => entity.certainty === 'sure').length;
  const words = view.site.state === 'reading' && view.entities.length > 0 ? countSentence(sure, view.entities.length - sure) : '';
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(words), STILL);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p role="status" class="visually-hidden">
      {said}
    </p>
  );
}
