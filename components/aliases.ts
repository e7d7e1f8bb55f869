import { displayName } from '../locales/format.ts';
import type { OwnAlias } from '../platform/log-rows.ts';

/**
 * Other names as they are typed, one a line, with the language in brackets if the name is of one: `Зброяр (uk)`. Nothing else parts them, for commas
 * and semicolons stand in names.
 */

const IN_BRACKETS = /^(.*\S)\s*\(([a-z]{2,3})\)$/u;

/** Each text once, the name itself left out. Letters in brackets that are no language are part of the name. */
export function aliasesFrom(text: string, name: string): readonly OwnAlias[] {
  const all = new Map<string, OwnAlias>();
  for (const line of text.split('\n')) {
    const alias = aliasFrom(line.trim());
    const key = aliasText(alias);
    if (key !== '' && key !== name.trim() && !all.has(key)) all.set(key, alias);
  }
  return [...all.values()];
}

function aliasFrom(line: string): OwnAlias {
  const [, text, lang] = IN_BRACKETS.exec(line) ?? [];
  return text === undefined || lang === undefined || displayName('language', lang) === undefined ? line : { text, lang };
}

/** As it is typed, and shown. */
export function aliasLine(alias: OwnAlias): string {
  return typeof alias === 'string' ? alias : `${alias.text} (${alias.lang})`;
}

function aliasText(alias: OwnAlias): string {
  return typeof alias === 'string' ? alias : alias.text;
}

/** As they are typed, each on its line. */
export function aliasLines(aliases: readonly OwnAlias[]): string {
  return aliases.map(aliasLine).join('\n');
}
