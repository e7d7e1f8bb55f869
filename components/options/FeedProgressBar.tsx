import { ui } from '../../locales/ui.ts';
import type { FeedProgress } from '../../platform/messages.ts';
import { partOfAll } from './progress.ts';

/** An update under way: the step in words, and how far the whole has come. */
export function FeedProgressBar({ progress, of }: { readonly progress: FeedProgress; readonly of: string }) {
  return (
    <div class="progress">
      <progress aria-label={ui.feeds.updateOf(of)} max={1} value={partOfAll(progress)} />
      <span class="muted">{ui.feeds.steps[progress.step]} …</span>
    </div>
  );
}
