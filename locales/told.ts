import type { FeedCode } from '../core/feed.ts';
import type { Told } from '../core/told.ts';
import { type Troubles, troubles } from './en/troubles.ts';

export type TroubleCode = keyof Troubles;
/** The values that a code wants, in their order. */
type Values<C extends TroubleCode> = Troubles[C] extends (...values: infer V extends (string | number)[]) => string ? V : [];
/** Also how an update of a feed ended, which has its own codes. */
export type Trouble = Told<TroubleCode | FeedCode>;

/** A trouble for the reader, by its code and values. */
export function trouble<C extends TroubleCode>(code: C, ...values: Values<C>): Trouble {
  return { words: worded(troubles, { code, values, words: '' }), code, values };
}

/** A trouble in the words of a language; one with a code that is not among them in the words that it brought. */
export function worded(catalogue: Readonly<Record<string, unknown>>, { code, values = [], words }: Told): string {
  const entry = code !== undefined && Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
  if (typeof entry === 'function') return String(entry(...values));
  return typeof entry === 'string' ? entry : words;
}

/** What was refused, as an error: its message is English, and it carries what the view needs to word it. */
export class Refusal extends Error {
  readonly told: Trouble;
  constructor(told: Trouble) {
    super(told.words);
    this.told = told;
  }
}

export function refusal<C extends TroubleCode>(code: C, ...values: Values<C>): Refusal {
  return new Refusal(trouble(code, ...values));
}
