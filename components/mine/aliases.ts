import type { OwnAlias } from '../../platform/log-rows.ts';

/** Names as they are typed: one a line, or parted by commas or semicolons; a language may follow in brackets: "Зброяр (uk)". */
export function aliasesFrom(text: string, name: string): readonly OwnAlias[] {
  const found = new Map<string, OwnAlias>();
  for (const part of text.split(/[\n,;]/u)) {
    const [, said = '', lang] = /^(.*?)(?:\s*\(([a-z]{2,3})\))?$/u.exec(part.trim()) ?? [];
    if (said === '' || said === name.trim() || found.has(said)) continue;
    found.set(said, lang === undefined ? said : { text: said, lang });
  }
  return [...found.values()];
}

export function aliasLines(aliases: readonly OwnAlias[]): string {
  return aliases.map((alias) => (typeof alias === 'string' ? alias : `${alias.text} (${alias.lang})`)).join('\n');
}
