import { readFileSync } from 'node:fs';
import { type FormGroup, type PackHeader, type PackRecord, parseHeader } from '../../core/pack.ts';
import type { Kind, Profile } from '../../core/profile.ts';
import { random } from './text.ts';

/**
 * A feed of the size that the bars speak of: a hundred thousand made-up companies, officials and bodies, about 400 bytes a line, as what is
 * drawn from Wikidata is; the same on every machine. A name is of two words, a surname of three syllables: no ordinary word is among them.
 */
export interface FeedData {
  /** What ships in front of the records: sources, titles, words of the field, given names. */
  readonly header: PackHeader;
  readonly older: readonly PackRecord[];
  readonly newer: readonly PackRecord[];
}

export const RECORDS = 100_000;
export const CHANGED = 500;
export const ADDED = 100;
export const REMOVED = 20;

type Next = () => number;
const pick = <T>(next: Next, list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
const words = (text: string): readonly string[] => text.split(' ');

/** The same syllables in two scripts, so that a name has its other spelling. */
const LATIN = words(
  'bam bel bor bran cha dar dor drev el fal fen gar gor grim hal hol in jar kaz kel kor lan lem lun mar mel mor nar nev nor',
);
const CYRILLIC = words(
  'бам бел бор бран ча дар дор древ ел фал фен гар гор грім гал гол ін яр каз кел кор лан лем лун мар мел мор нар нев нор',
);
const BRANCHES = words(
  'Systems Dynamics Optronics Marine Aerospace Electronics Industries Vehicles Propulsion Robotics Composites Shipyards',
);
const BODIES = words('Agency Institute Directorate Council Foundation Academy Command Bureau');
const GIVEN = words(
  'Anselm Bertil Corvin Dagny Edvard Florian Gunhild Henrik Isolde Jorunn Kasimir Leopold Marit Nils Ottilie Petra Quirin Ragnhild',
);
const COUNTRIES = words('DE FR GB US PL SE NO FI IT ES UA CZ RO NL BE DK TR KR JP AU CA');
const THINGS = words(
  'radars sonars turbines gearboxes hulls parachutes simulators antennas batteries winches detonators periscopes gyroscopes cranes',
);
const USERS = words(
  'frigates helicopters ministries shipyards airfields armies customs coastguards satellites trucks railways laboratories hospitals',
);
const VERBS = words('makes repairs designs sells tests leases imports assembles licenses refits');
const CODE = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const ROLES = ['executive', 'legislator', 'agency-head', 'commander', 'ambassador'] as const;
const ENDINGS = words('а у ом і');

interface Stem {
  readonly latin: string;
  readonly cyrillic: string;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function stem(next: Next, syllables: number): Stem {
  const at = Array.from({ length: syllables }, () => Math.floor(next() * LATIN.length));
  const made = (list: readonly string[]) => capital(at.map((one) => list[one]).join(''));
  return { latin: made(LATIN), cyrillic: made(CYRILLIC) };
}

const date = (next: Next, from: number): string =>
  `${from + Math.floor(next() * 20)}-${String(1 + Math.floor(next() * 12)).padStart(2, '0')}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`;

const sentence = (next: Next): string => `${pick(next, VERBS)} ${pick(next, THINGS)} for ${pick(next, USERS)} in ${stem(next, 3).latin}`;

function group(text: string, more: Partial<FormGroup> = {}): FormGroup {
  return { alias: text, role: 'strong', case: 'capital', how: 'given', texts: [text], ...more };
}

/** Distinct names, told by what was made so far. */
class Names {
  private readonly known = new Set<string>();
  private readonly next: Next;

  constructor(next: Next) {
    this.next = next;
  }

  make(tail: readonly string[]): { readonly stem: Stem; readonly name: string } {
    for (;;) {
      const made = stem(this.next, 3);
      const name = `${made.latin} ${pick(this.next, tail)}`;
      if (this.known.has(name)) continue;
      this.known.add(name);
      return { stem: made, name };
    }
  }

  person(): { readonly stem: Stem; readonly given: string; readonly name: string } {
    for (;;) {
      const given = pick(this.next, GIVEN);
      const family = stem(this.next, 3);
      const name = `${given} ${family.latin}`;
      if (this.known.has(name)) continue;
      this.known.add(name);
      return { stem: family, given, name };
    }
  }
}

interface Maker {
  readonly next: Next;
  readonly names: Names;
  readonly source: string;
  /** Ids of bodies that others belong to. */
  readonly bodies: readonly string[];
}

const declined = ({ cyrillic }: Stem): readonly string[] => ENDINGS.map((ending) => `${cyrillic}${ending}`);

function body(maker: Maker, id: string, kind: 'company' | 'organisation'): PackRecord {
  const { next, names, source, bodies } = maker;
  const { stem: stemOf, name } = names.make(kind === 'company' ? BRANCHES : BODIES);
  const facts: Profile['facts'][number][] = [{ key: 'does', value: sentence(next), source, asOf: date(next, 2006) }];
  if (next() < 0.4) facts.push({ key: 'lei', value: Array.from({ length: 20 }, () => pick(next, CODE)).join(''), source });
  const forms = [group(name), group(stemOf.latin, { role: 'weak' })];
  if (next() < 0.35) forms.push(group(stemOf.cyrillic, { lang: 'uk', role: 'weak', how: 'declined', texts: declined(stemOf).slice(0, 2) }));
  return {
    profile: {
      ...profile(id, kind, name, source, next),
      facts,
      ...(next() < 0.3 ? { relations: [{ type: 'part-of' as const, to: pick(next, bodies), source }] } : {}),
    },
    forms,
  };
}

function official(maker: Maker, id: string): PackRecord {
  const { next, names, source, bodies } = maker;
  const { stem: family, given, name } = names.person();
  const forms = [
    group(name, { how: 'composed' }),
    group(family.latin, { role: 'weak' }),
    ...(next() < 0.5
      ? [group(family.cyrillic, { lang: 'uk', role: 'weak' as const, how: 'declined' as const, texts: declined(family) })]
      : []),
  ];
  const organisation = pick(next, bodies);
  return {
    profile: {
      ...profile(id, 'official', name, source, next),
      names: { en: { given, family: family.latin } },
      offices: [{ office: `Head of ${pick(next, THINGS)}`, role: pick(next, ROLES), organisation, since: date(next, 2006), source }],
    },
    forms,
  };
}

function profile(id: string, kind: Kind, name: string, source: string, next: Next): Profile {
  const nothing = { aliases: [], decoys: [], offices: [], relations: [], facts: [] };
  return { id, kind, name, country: pick(next, COUNTRIES), ...nothing, sources: [source], asOf: date(next, 2006) };
}

function make(maker: Maker, id: string): PackRecord {
  const chance = maker.next();
  if (chance < 0.35) return official(maker, id);
  return body(maker, id, chance < 0.85 ? 'company' : 'organisation');
}

/** Another statement in an old record, as an editor or an importer would change it. */
function changed(record: PackRecord, maker: Maker): PackRecord {
  const asOf = date(maker.next, 2006);
  const facts = [{ key: 'does' as const, value: sentence(maker.next), source: maker.source, asOf }, ...record.profile.facts.slice(1)];
  return { ...record, profile: { ...record.profile, facts, asOf } };
}

/** `count` records, and what became of them a day later. */
export function makeFeed(packs: string, count = RECORDS, seed = 5): FeedData {
  const header = parseHeader(readFileSync(`${packs}/core.jsonl`, 'utf8').split('\n', 1)[0] ?? '');
  const next = random(seed);
  // Numbers of Wikidata are anything up to 130 million.
  const ids = new Set<string>();
  while (ids.size < count + ADDED) ids.add(`Q${1_000_000 + Math.floor(next() * 129_000_000)}`);
  const all = [...ids];
  const bodies = all.slice(0, Math.max(1, Math.floor(count / 20)));
  const source = Object.keys(header.sources)[0] ?? '';
  const maker: Maker = { next, names: new Names(next), source, bodies };
  const older = all.slice(0, count).map((id) => make(maker, id));
  const added = all.slice(count).map((id) => make(maker, id));
  // One in so many is changed, wherever it stands.
  const every = Math.floor(count / CHANGED);
  const newer = older.slice(REMOVED).map((record, at) => (at % every === 0 && at / every < CHANGED ? changed(record, maker) : record));
  return { header, older, newer: [...newer, ...added] };
}
