import type { ComponentChildren } from 'preact';
import { ui } from '../../locales/ui.ts';

interface MeanwhileProps {
  /** There is nothing any more. */
  readonly gone: boolean;
  readonly children: ComponentChildren;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

/** Another window wrote while this one was open: nothing is overwritten before the reader has seen it. */
export function Meanwhile({ gone, children, keepMine, takeTheirs }: MeanwhileProps) {
  return (
    <div class="confirm" role="alert">
      <p>{gone ? ui.annotations.removedMeanwhile : ui.annotations.changedMeanwhile}</p>
      {children}
      <div class="buttons">
        <button type="button" class="button" onClick={keepMine}>
          {ui.annotations.keepMine}
        </button>
        <button type="button" class="button" onClick={takeTheirs}>
          {ui.annotations.takeTheirs}
        </button>
      </div>
    </div>
  );
}
