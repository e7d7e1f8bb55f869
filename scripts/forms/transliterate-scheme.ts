import type { Language } from '../../core/profile.ts';
import type { Letters } from './transliterate-letters.ts';

/** How the press of one language spells names of another script. */
export interface Scheme {
  readonly lang: Language;
  readonly family: Letters;
  /** One table for each manner of writing given names; which they go with is as mixed in the press as it is here. */
  readonly given: readonly Letters[];
  /** The family name of a woman, where the language makes one of its own: Tymošenková. */
  readonly feminine?: (family: string) => string;
  /** Changes the word before its letters are looked up. */
  readonly before?: (text: string) => string;
}
