import type { Pack, PackRecord } from '../../core/pack.ts';

/** A small pack of companies that do not exist. `turn` changes what the records say, `without` leaves some out. */
export function inventedPack(count: number, { turn = 0, without = [] }: { turn?: number; without?: readonly number[] } = {}): Pack {
  const records = Array.from({ length: count }, (_, i) => i)
    .filter((i) => !without.includes(i))
    .map((i) => inventedRecord(i, turn));
  const sources = { 'invented-register': { title: 'Register of companies that do not exist', licence: 'CC0-1.0' } };
  const words = { fieldWords: ['howitzer', 'radar'], titles: {}, decoys: [], givenNames: ['Ada'] };
  return { header: { muster: 1, channel: 'example', version: 1, asOf: '2026-11', count: records.length, sources, ...words }, records };
}

export const inventedId = (i: number): string => `muster:invented-${String(i).padStart(4, '0')}`;

/** Every seventh record says something else each turn; the others stay. */
function inventedRecord(i: number, turn: number): PackRecord {
  const name = `Quarvex ${spelled(i)} Works`;
  const note = i % 7 === turn % 7 ? `, order ${turn}` : '';
  const facts = [{ key: 'does' as const, value: `makes invented things no. ${i * 7919}${note}`, source: 'invented-register' }];
  return {
    profile: {
      id: inventedId(i),
      kind: 'company',
      name,
      country: 'NO',
      aliases: [{ text: name, role: 'strong' }],
      decoys: [],
      offices: [],
      relations: [],
      facts,
      sources: ['invented-register'],
      asOf: '2026-11',
    },
    forms: [{ alias: name, role: 'strong', case: 'capital', how: 'given', texts: [name] }],
  };
}

function spelled(i: number): string {
  const syllables = ['Ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'zu'];
  return [...String(i + 100)].map((digit) => syllables[Number(digit)]).join('');
}
