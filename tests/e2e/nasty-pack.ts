import { type PackRecord, parsePack, writePack } from '../../core/pack.ts';
import type { Source } from '../../core/profile.ts';
import { full, NASTIES, ODD_ADDRESSES } from '../fixtures/nasties.ts';

/** A profile of the pack, and the one word by which a page can name it. */
export interface Named {
  readonly word: string;
  readonly name: string;
  readonly group: string;
}

/** Plain words: "Zorblat" and two letters, so that each is a name of its own. */
const wordOf = (at: number): string => `Zorblat${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`;

const nasties = NASTIES.flatMap(({ group, text }) => (text === undefined ? [] : [{ group, text }]));

export const NAMED: readonly Named[] = nasties.map(({ group, text }, at) => ({ word: wordOf(at), name: text, group }));
export const PLAIN: Named = { word: 'Plainworks', name: 'Plain Works', group: 'plain' };

/** Every inert nasty that is a text as a profile made of that text, with a source of its own; and a plain one beside them. */
export function nastyPack(): string {
  const made = [
    ...nasties.map(({ text }, at) => profileOf(full(text, at % 2 === 0 ? 'company' : 'official'), `Q${1000 + at}`, wordOf(at), at)),
    profileOf(full(PLAIN.name, 'company'), 'Q999', PLAIN.word, 0),
  ];
  const sources = Object.fromEntries(made.map(({ record, source }) => [record.profile.sources[0] ?? '', source]));
  return writePack({
    header: {
      muster: 1,
      channel: 'core',
      version: 1,
      asOf: '2026-11',
      count: made.length,
      sources,
      fieldWords: ['missile'],
      titles: {},
      decoys: [],
      givenNames: [],
    },
    records: made.map(({ record }) => record),
  });
}

/** The record of a one-record pack under another id, found by one word, with an odd address in turn. */
function profileOf(
  lines: readonly string[],
  id: string,
  word: string,
  at: number,
): { readonly record: PackRecord; readonly source: Source } {
  const { header, records } = parsePack(`${lines.join('\n')}\n`);
  const [record] = records;
  if (record === undefined || header.sources.report === undefined) throw new Error(`${id}: no record`);
  const address = ODD_ADDRESSES[at % ODD_ADDRESSES.length] ?? '';
  const source = `s-${id.toLowerCase()}`;
  const cited = <T extends object>(statement: T) => ({ ...statement, source });
  const { profile } = record;
  return {
    source: { ...header.sources.report, url: address },
    record: {
      profile: {
        ...profile,
        id,
        sources: [source],
        facts: [...profile.facts, { key: 'website' as const, value: address, source: '' }].map(cited),
        offices: profile.offices.map(cited),
        relations: profile.relations.map((relation) => cited({ ...relation, to: 'Q999' })),
      },
      forms: [{ alias: profile.name, lang: 'uk', role: 'strong', case: 'capital', how: 'declined', texts: [word] }],
    },
  };
}
