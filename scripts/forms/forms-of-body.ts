import type { Alias, Kind, Profile } from '../../core/profile.ts';
import { germanCompounds } from './compounds-de.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import { type Draft, draftOfAlias } from './settle.ts';

/** Turns a name into its other forms in one language, the nominative left out; empty where it has none. */
export type Decline = (text: string) => readonly string[];

/** Forms of a company, an organisation or an event: its aliases as given, and declined by the language of each. */
export function draftsOfBody(profile: Profile, decliners: Readonly<Record<string, Decline>>): readonly Draft[] {
  return withName(profile).flatMap((alias) => [draftOfAlias(alias), ...declinedDrafts(alias, profile.kind, decliners)]);
}

function declinedDrafts(alias: Alias, kind: Kind, decliners: Readonly<Record<string, Decline>>): readonly Draft[] {
  const base = draftOfAlias(alias);
  if (alias.fixed) return [];
  const compounds = kind === 'company' && isOpenTo('de', alias) && isUnmistakable(alias) ? germanCompounds(alias.text) : [];
  const langs = alias.lang === undefined || alias.lang === 'en' ? languagesOfLatin(alias.text, kind) : [alias.lang];
  const declined = langs.flatMap((lang) => {
    const texts = decliners[lang]?.(alias.text) ?? [];
    return texts.length > 0 ? [{ ...base, lang, how: 'declined' as const, texts }] : [];
  });
  return compounds.length > 0 ? [...declined, { ...base, lang: 'de', how: 'composed', texts: compounds }] : declined;
}

function isOpenTo(lang: string, alias: Alias): boolean {
  return alias.lang === undefined || alias.lang === 'en' || alias.lang === lang;
}

function isUnmistakable({ text, role }: Alias): boolean {
  return role === 'strong' && !isOrdinaryWord(text);
}

/**
 * A Latin name without a language may stand in any; these change the word itself. They do so with brands: of bodies other than companies
 * only one-word names are such (Pentagon, Roscosmos), what is longer is plain English (General Staff).
 */
function languagesOfLatin(text: string, kind: Kind): readonly string[] {
  return kind === 'company' || !text.includes(' ') ? ['de', 'pl', 'cs', 'sk', 'hr', 'sl', 'fi', 'et'] : [];
}

/** The aliases with the name among them: it is a strong alias, unless it is listed. It is the English name, whatever language lists it too. */
export function withName({ name, aliases }: Profile): readonly Alias[] {
  if (!aliases.some(({ text }) => text === name)) return [{ text: name, role: 'strong' }, ...aliases];
  return aliases.map((alias) => (alias.text === name ? { ...alias, lang: 'en' } : alias));
}
