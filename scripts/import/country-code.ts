import { COUNTRIES } from '../../core/countries.ts';
import type { CountryCode } from '../../core/profile.ts';

/** What sources write otherwise than the English names that come with the platform, or than ISO 3166. */
const OTHER: Readonly<Record<string, CountryCode>> = {
  'trans-european': 'EU',
  europe: 'EU',
  'czech republic': 'CZ',
  turkey: 'TR',
  uk: 'GB',
  el: 'GR',
  usa: 'US',
  'united states of america': 'US',
};

const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const byName = new Map(
  [...COUNTRIES].flatMap((code) => {
    const name = /^[A-Z]{2}$/.test(code) ? english.of(code) : undefined;
    return name === undefined ? [] : [[name.toLowerCase(), code] as const];
  }),
);

/** The code of a country that a source names in English or by a code; undefined if we do not know it. */
export function countryCode(text: string): CountryCode | undefined {
  const lower = text.trim().toLowerCase();
  return OTHER[lower] ?? byName.get(lower) ?? (COUNTRIES.has(text.trim().toUpperCase()) ? text.trim().toUpperCase() : undefined);
}
