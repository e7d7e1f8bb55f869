import type { Told } from '../../core/told.ts';
import { isolated, number, stopped } from '../../locales/format.ts';
import { say } from '../../locales/say.ts';
import { ui } from '../../locales/ui.ts';

/** Why a version waits for the reader's word (core/gate.ts), in a sentence. */
export function reasonWords({ code, values = [], words }: Told): string {
  const [a = 0, b = 0] = values.map(Number);
  switch (code) {
    case 'drops':
      return ui.feeds.drops(number(a), number(b));
    case 'would-mark':
      return ui.feeds.wouldMark(number(a), number(b));
    case 'ordinary-words':
      return ui.feeds.ordinaryWords(formsOf(values.slice(1).map(String)).join(', '), a);
    default:
      return stopped(words);
  }
}

/** A form and whose it is, again and again. */
function formsOf([form, name, ...rest]: readonly string[]): readonly string[] {
  return form === undefined || name === undefined ? [] : [`${say.quote(form)} (${isolated(name)})`, ...formsOf(rest)];
}
