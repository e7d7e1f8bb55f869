import { useEffect, useRef, useState } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import { messageOf } from '../asked.ts';

/** What came of the last deed in a section, in words, and how it is undone if it can be. */
export interface Told {
  readonly words: string;
  readonly undo?: (() => Promise<unknown>) | undefined;
  readonly bad?: true;
}

export const NOTHING_TOLD: Told = { words: '' };

/** Does something and tells what came of it. What was told before goes: the last deed is the one that can be undone. */
export type Do = (deed: () => Promise<unknown>, done: Told, failed: (trouble: string) => string) => Promise<boolean>;

export function useTold() {
  const [told, tell] = useState(NOTHING_TOLD);
  const act: Do = async (deed, done, failed) => {
    tell(NOTHING_TOLD);
    return deed().then(
      () => {
        tell(done);
        return true;
      },
      (error: unknown) => {
        tell({ words: failed(messageOf(error)), bad: true });
        return false;
      },
    );
  };
  return { told, tell, act };
}

/**
 * Stays in sight at the foot of the window until the next deed. The button that removed something went with it: if nothing has the focus any more,
 * the one that puts it back has.
 */
export function Undo({ told, tell }: { readonly told: Told; readonly tell: (told: Told) => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (hasNoFocus()) button.current?.focus({ preventScroll: true });
  }, [told]);
  const undo = async () => {
    setBusy(true);
    const after = await told.undo?.().then(
      (): Told => ({ words: ui.options.undone }),
      (error: unknown): Told => ({ words: ui.options.notUndone(messageOf(error)), undo: told.undo, bad: true }),
    );
    setBusy(false);
    tell(after ?? NOTHING_TOLD);
    if (after?.undo === undefined) place.current?.focus({ preventScroll: true });
  };
  return (
    <div ref={place} class="told" tabIndex={-1}>
      <p role="status">{told.bad ? '' : told.words}</p>
      <p role="alert">{told.bad ? told.words : ''}</p>
      {told.undo === undefined ? undefined : (
        <button ref={button} type="button" class="button" disabled={busy} onClick={() => void undo()}>
          {ui.options.undo}
        </button>
      )}
    </div>
  );
}

function hasNoFocus(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body;
}
