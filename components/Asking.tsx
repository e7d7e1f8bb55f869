import type { ComponentChildren } from 'preact';
import { ui } from '../locales/ui.ts';
import type { Asked } from './api.ts';
import { Icon } from './Icon.tsx';

/** Loading and failure, drawn alike everywhere; the answer is drawn by the view. */
export function Asking<T>(props: {
  readonly asked: Asked<T>;
  readonly what: string;
  readonly again: () => void;
  readonly children: (value: T) => ComponentChildren;
}) {
  const { asked } = props;
  if (asked.state === 'loading') return <p class="empty loading">{ui.reader.loading(props.what)}</p>;
  if (asked.state === 'failed') {
    return (
      <div class="empty" role="alert">
        <p>{ui.reader.notLoaded(props.what)}</p>
        <p class="muted">{asked.message}</p>
        <button type="button" class="button" onClick={props.again}>
          {ui.reader.tryAgain}
        </button>
      </div>
    );
  }
  return <>{props.children(asked.value)}</>;
}

/** A plain notice: something to know, nothing to fear. */
export function Notice({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="notice">
      <Icon name="notice" />
      <div>{children}</div>
    </div>
  );
}
