import { date } from '../core/dates.ts';
import type { CountryCode, Office, Profile } from '../core/profile.ts';

/** The one line that says who or what an entity is: present office, or country and what it does. */
export function lineOf(profile: Profile, today: string): string {
  if (profile.kind === 'official') return officeLine(profile.offices, today) ?? countryName(profile.country) ?? '';
  const fact = (key: string) => profile.facts.find((one) => one.key === key)?.value;
  const day = fact('date');
  const parts = profile.kind === 'event' ? [day && date(day), fact('place'), fact('does')] : [countryName(profile.country), fact('does')];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function officeLine(offices: readonly Office[], today: string): string | undefined {
  const present = offices.find((office) => isHeld(office, today));
  if (present !== undefined) return present.acting === true ? `${present.office} (acting)` : present.office;
  const former = offices.filter((office) => office.until !== undefined && !isAfter(office.until, today));
  const last = former.reduce<Office | undefined>(
    (best, office) => (best === undefined || (office.until ?? '') > (best.until ?? '') ? office : best),
    undefined,
  );
  if (last !== undefined) return `formerly ${last.office}, until ${date(last.until ?? '')}`;
  const next = offices.find((office) => office.since !== undefined && isAfter(office.since, today));
  return next === undefined ? undefined : `${next.office}, from ${date(next.since ?? '')}`;
}

/** Since ≤ today < until. Partial dates compare by what they state: "until 2026-07" is over once July has begun. */
export function isHeld({ since, until }: Pick<Office, 'since' | 'until'>, today: string): boolean {
  return (since === undefined || !isAfter(since, today)) && (until === undefined || isAfter(until, today));
}

function isAfter(date: string, today: string): boolean {
  return date > today.slice(0, date.length);
}

const NO_ONE_COUNTRY: Readonly<Record<string, string>> = { INT: 'International', EU: 'European Union', NATO: 'NATO', UN: 'United Nations' };
const regions = new Intl.DisplayNames(['en'], { type: 'region' });

export function countryName(code: CountryCode | undefined): string | undefined {
  if (code === undefined) return undefined;
  const known = NO_ONE_COUNTRY[code];
  if (known !== undefined) return known;
  return /^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code;
}

/** Today, for the reader, as an ISO date. */
export function todayOf(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
