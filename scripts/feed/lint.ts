import { foldText } from '../../core/fold.ts';
import { commonForms } from '../../core/gate.ts';
import type { Pack, PackRecord } from '../../core/pack.ts';
import { commonWords } from '../build-packs.ts';
import type { FeedSource } from './source.ts';
import { fitsAdded } from './versions.ts';

export interface Complaint {
  /** A problem makes readers' browsers hold the version, or marks the wrong words; a note is for the publisher to look at. */
  readonly level: 'problem' | 'note';
  readonly kind: 'common word' | 'short form' | 'shared name' | 'mixed script' | 'address' | 'size';
  /** File and line, or the record's id. */
  readonly where: string;
  readonly says: string;
}

/** What the validators let through and a person should look at. `older`: the version that readers have; what it had they have taken already. */
export function lintPack(source: FeedSource, bytes: number, older?: Pack): readonly Complaint[] {
  const { pack, data } = source;
  const places = new Map(data?.records.map(({ profile, file, line }) => [profile.id, `${file}:${line('')}`]));
  const place = ({ profile }: PackRecord): string => places.get(profile.id) ?? profile.id;
  const common = new Set(commonWords().map(foldText));
  const before = new Map(older?.records.map((record) => [record.profile.id, record]));
  return [
    ...pack.records.flatMap((record) => [
      ...ordinaryWords(record, before.get(record.profile.id), common, place(record)),
      ...mixedScripts(record, place(record)),
      ...openAddresses(record, place(record)),
    ]),
    ...sharedNames(pack, place),
    ...sourceAddresses(pack),
    ...sizes(pack, bytes),
  ];
}

/** By the very rule of the reader's browser: a new form that is an ordinary word makes it hold the version. */
function ordinaryWords(
  record: PackRecord,
  older: PackRecord | undefined,
  common: ReadonlySet<string>,
  where: string,
): readonly Complaint[] {
  return [...new Set(commonForms(record, older, common))].map((form) => {
    const short = foldText(form).length < 3;
    const why = short ? 'has fewer than three letters' : 'is an ordinary word';
    const says = `“${form}” (${record.profile.name}) ${why}; readers will be asked before they get it. Leave it out, or say more of the name`;
    return { level: 'problem', kind: short ? 'short form' : 'common word', where, says };
  });
}

/** A word that mixes alphabets: a letter typed on the wrong keyboard, or somebody who wants to pass for another. */
const LATIN = /\p{Script=Latin}/u;
const LOOK_ALIKE = /\p{Script=Cyrillic}|\p{Script=Greek}/u;

function mixedScripts({ profile }: PackRecord, where: string): readonly Complaint[] {
  const texts = [profile.name, ...profile.aliases.map(({ text }) => text)];
  const words = new Set(texts.flatMap((text) => text.match(/[\p{L}\p{M}]+/gu) ?? []));
  return [...words]
    .filter((word) => LATIN.test(word) && LOOK_ALIKE.test(word))
    .map((word) => {
      const strange = [...word].map((letter) => (LOOK_ALIKE.test(letter) ? `[${letter} U+${codeOf(letter)}]` : letter)).join('');
      const says = `“${word}” (${profile.name}) mixes alphabets: ${strange}. Type it anew in one`;
      return { level: 'problem', kind: 'mixed script', where, says } as const;
    });
}

function codeOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

function openAddresses({ profile }: PackRecord, where: string): readonly Complaint[] {
  return profile.facts
    .filter(({ key, value }) => key === 'website' && !value.startsWith('https://'))
    .map(({ value }) => ({ level: 'note', kind: 'address', where, says: `${value} (${profile.name}) is not https` }));
}

function sourceAddresses({ header }: Pack): readonly Complaint[] {
  return Object.entries(header.sources)
    .filter(([, { url }]) => url !== undefined && !url.startsWith('https://'))
    .map(([id, { url }]) => ({ level: 'note', kind: 'address', where: `source ${id}`, says: `${url} is not https` }));
}

/** Names that stand for two records. Readers see both, and are told that it is undecided; often one of the two is a slip. */
function sharedNames({ records }: Pack, place: (record: PackRecord) => string): readonly Complaint[] {
  const owners = new Map<string, { readonly text: string; readonly of: Map<string, PackRecord> }>();
  for (const record of records)
    for (const { role, alias, texts } of record.forms) {
      if (role !== 'strong') continue;
      for (const text of texts) {
        const key = foldText(text);
        const known = owners.get(key) ?? { text: texts.includes(alias) ? alias : text, of: new Map() };
        owners.set(key, known);
        known.of.set(record.profile.id, record);
      }
    }
  // The declined forms of a shared name are shared too: one complaint for each set of records.
  const told = new Map<string, Complaint>();
  for (const { text, of } of owners.values()) {
    if (of.size < 2) continue;
    const all = [...of.values()];
    const key = all.map(({ profile }) => profile.id).join(' ');
    if (told.has(key)) continue;
    const names = all.map((record) => `${record.profile.name} (${place(record)})`).join(' and ');
    const where = place(all[0] as PackRecord);
    told.set(key, {
      level: 'note',
      kind: 'shared name',
      where,
      says: `“${text}” stands alone for ${names}; make it weak in one, or merge the two`,
    });
  }
  return [...told.values()];
}

function sizes({ records }: Pack, bytes: number): readonly Complaint[] {
  if (fitsAdded({ records: records.length, bytes })) return [];
  const says = `${records.length} records in ${bytes} bytes are more than a reader can add by hand; only a feed that ships with Muster may be so large`;
  return [{ level: 'note', kind: 'size', where: 'feed', says }];
}
