import type { Kind } from '../../core/profile.ts';
import { checkOwn, type OwnGiven } from '../own.ts';
import type { BadCode, BadRecord } from './bad.ts';

/** Entities of the reader's own as other people's files offer them: what has been through the same check as what the reader types. */

export interface Candidate {
  readonly line: number;
  readonly own: OwnGiven;
  /** ISO 3166 code in capitals, and QID, where the file says so. */
  readonly country?: string;
  readonly wikidata?: string;
}

export interface Candidates {
  readonly good: readonly Candidate[];
  readonly bad: readonly BadRecord[];
  /** Records that are right but name nobody: ties, articles. */
  readonly passed: number;
}

const CODES: Readonly<Record<string, BadCode>> = {
  'own-no-letter': 'name-without-letter',
  'own-no-kind': 'unknown-kind',
  'own-too-long': 'name-too-long',
  'own-too-many': 'too-many-aliases',
};

/** The entity as it may be stored, or what is wrong with it. */
export function checked(given: OwnGiven): OwnGiven | BadCode {
  const own = checkOwn(given);
  return 'words' in own ? (CODES[own.code ?? ''] ?? 'wrong-shape') : own;
}

/** One of a kind of things by key: answers whether it is the first. */
export function firstOf(): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => seen.size !== seen.add(key).size;
}

/** By which two entries of a list are the same: kind and name, in whatever case. */
export function nameKey({ kind, name }: { readonly kind: Kind; readonly name: string }): string {
  return `${kind}\n${name.normalize('NFC').toLowerCase()}`;
}
