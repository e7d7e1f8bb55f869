import { useState } from 'preact/hooks';
import { articlesWith } from '../../core/tally.ts';
import { list } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { LogFormat } from '../../platform/messages.ts';
import type { LogAsk } from '../../platform/save-log.ts';
import { messageOf } from '../asked.ts';
import { country, kindName } from '../words.ts';
import { keeping, type Log } from './log.ts';
import type { PlaceFilter } from './place.ts';
import type { ViewProps } from './view.ts';

/** Who is in the file besides the articles that are counted: the filter as it stands, in words and in deed. */
function narrowing(log: Log, articles: number, filter: PlaceFilter): Pick<LogAsk, 'filter' | 'keeps' | 'least'> {
  const { kinds, countries, lists, level, least } = filter;
  const all = log.ledger.ids.length;
  const people = [
    ...kinds.map(kindName),
    ...countries.map(country),
    ...log.lists.filter(({ id }) => lists.includes(id)).map(({ name }) => name),
  ];
  const said = [
    ...(articles < all ? [ui.explorer.counted(articles, all)] : []),
    ...(people.length === 0 ? [] : [list(people)]),
    ...(least > 1 ? [`${ui.explorer.levels[level]} ≥ ${least}`] : []),
  ];
  return {
    ...(said.length === 0 ? {} : { filter: said.join(' · ') }),
    ...(people.length === 0 ? {} : { keeps: keeping(log, filter) }),
    ...(least > 1 ? { least: { level, strength: least } } : {}),
  };
}

/** What is counted, and who of it is shown, as a file for other programs. */
export function SaveLog({ log, tally, place, save }: ViewProps) {
  const [part, setPart] = useState<number | undefined>(undefined);
  const [said, say] = useState<{ readonly words: string; readonly bad: boolean } | undefined>(undefined);
  const words = ui.explorer.save;
  const begin = (format: LogFormat) => {
    setPart(0);
    say(undefined);
    void save({ ids: articlesWith(log.ledger, tally, []), format, ...narrowing(log, tally.articles, place.filter) }, setPart)
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
