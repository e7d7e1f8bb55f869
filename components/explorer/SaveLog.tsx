import { useState } from 'preact/hooks';
import { articlesWith } from '../../core/tally.ts';
import { ui } from '../../locales/ui.ts';
import type { LogFormat } from '../../platform/messages.ts';
import { messageOf } from '../asked.ts';
import type { ViewProps } from './view.ts';

/** The articles that are counted, as a file for other programs. */
export function SaveLog({ log, tally, save }: ViewProps) {
  const [part, setPart] = useState<number | undefined>(undefined);
  const [said, say] = useState<{ readonly words: string; readonly bad: boolean } | undefined>(undefined);
  const words = ui.explorer.save;
  const begin = (format: LogFormat) => {
    setPart(0);
    say(undefined);
    const all = log.ledger.ids.length;
    const filter = tally.articles < all ? { filter: ui.explorer.counted(tally.articles, all) } : {};
    void save({ ids: articlesWith(log.ledger, tally, []), format, ...filter }, setPart)
      .then(
        (name) => say({ words: words.saved(name), bad: false }),
        (error: unknown) => say({ words: words.failed(messageOf(error)), bad: true }),
      )
      .finally(() => setPart(undefined));
  };
  return (
    <details class="save">
      <summary>{words.title}</summary>
      <p class="muted">{words.note}</p>
      <ul class="save-formats">
        {(Object.keys(words.formats) as LogFormat[]).map((format) => (
          <li key={format}>
            <button type="button" class="button" disabled={part !== undefined} onClick={() => begin(format)}>
              {words.formats[format]}
            </button>
          </li>
        ))}
      </ul>
      {part === undefined ? undefined : <progress aria-label={words.title} value={part} />}
      <p role={said?.bad === true ? 'alert' : 'status'}>{said?.words}</p>
    </details>
  );
}
