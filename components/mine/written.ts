import { useState } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import type { AnnotationRow } from '../../platform/log-rows.ts';
import type { Written } from '../../platform/messages.ts';
import { messageOf } from '../asked.ts';

/** What came of writing: nothing yet, done, refused in words, or another window has written first, and what. */
export type Outcome =
  | { readonly state: 'none' }
  | { readonly state: 'failed'; readonly words: string }
  | { readonly state: 'changed-meanwhile'; readonly now: AnnotationRow | undefined };

/** Writes, and holds what came of it for the form to show. `done` is called when it is kept. */
export function useWriting() {
  const [outcome, setOutcome] = useState<Outcome>({ state: 'none' });
  const write = async (writing: Promise<Written>, done: (now: AnnotationRow | undefined) => void): Promise<void> => {
    try {
      const written = await writing;
      setOutcome(written.state === 'kept' ? { state: 'none' } : written);
      if (written.state === 'kept') done(written.now);
    } catch (error) {
      setOutcome({ state: 'failed', words: ui.annotations.notSaved(messageOf(error)) });
    }
  };
  return { outcome, write, settle: () => setOutcome({ state: 'none' }) };
}
