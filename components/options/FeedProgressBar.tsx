import type { FeedProgress } from '../../platform/messages.ts';
import { partOfAll, STEP_WORDS } from './progress.ts';

/** An update under way: the step in words, and how far the whole has come. */
export function FeedProgressBar({ progress, of }: { readonly progress: FeedProgress; readonly of: string }) {
  return (
    <div class="progress">
      <progress aria-label={`Update of ${of}`} max={1} value={partOfAll(progress)} />
      <span class="muted">{STEP_WORDS[progress.step]} …</span>
    </div>
  );
}
