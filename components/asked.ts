import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Told } from '../core/told.ts';
import { troubleWords } from '../locales/ui.ts';
import type { Asked } from './api.ts';

/**
 * Asks when the view opens and whenever `key` changes; `again()` asks once more and keeps the last answer meanwhile.
 * Answers may overtake each other: only that of the latest question counts.
 */
export function useAsked<T>(question: () => Promise<T>, key: string): readonly [Asked<T>, () => Promise<void>] {
  const [asked, setAsked] = useState<{ readonly key: string; readonly asked: Asked<T> }>({ key, asked: { state: 'loading' } });
  const latest = useRef(0);
  const current = useRef(question);
  current.current = question;

  const again = useCallback(async () => {
    latest.current += 1;
    const turn = latest.current;
    const answer = await current.current().then(
      (value): Asked<T> => ({ state: 'ready', value }),
      (error: unknown): Asked<T> => ({ state: 'failed', message: messageOf(error) }),
    );
    if (turn === latest.current) setAsked({ key, asked: answer });
  }, [key]);

  useEffect(() => {
    void again();
    return () => {
      latest.current += 1;
    };
  }, [again]);

  // An answer to another key is not shown as if it were this one's.
  return [asked.key === key ? asked.asked : { state: 'loading' }, again];
}

/** What went wrong, in the reader's language where it is known by a code. */
export function messageOf(error: unknown): string {
  const { told } = (error ?? {}) as { readonly told?: Told };
  if (told !== undefined) return troubleWords(told);
  return error instanceof Error ? error.message : String(error);
}
