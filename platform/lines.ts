import type { CountryCode, Fact, Office, Profile, Source } from '../core/profile.ts';
import { behind } from '../locales/behind.ts';
import { date, displayName } from '../locales/format.ts';
import { OWN } from './own.ts';

/**
 * The one line that says who or what an entity is: present office, or country and what it does. `day`: the date of the page on which it is named;
 * the office that was held then goes first, if it is another one.
 */
export function lineOf(profile: Profile, today: string, day?: string): string {
  if (profile.kind === 'official') {
    const mine = profile.facts.find(isMine);
    if (mine !== undefined) return mine.value;
    const line = (day === undefined ? undefined : lineThen(profile.offices, today, day.slice(0, 10))) ?? officeLine(profile.offices, today);
    return line ?? countryName(profile.country) ?? '';
  }
  const fact = (key: string) => profile.facts.find((one) => one.key === key)?.value;
  const held = fact('date');
  const parts = profile.kind === 'event' ? [held && date(held), fact('place'), fact('does')] : [countryName(profile.country), fact('does')];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** As of when the line says what it says: the fact's own date, else that of its source, else that of the profile. */
export function lineAsOf(profile: Profile, sources: Readonly<Record<string, Source>>, today: string, day?: string): string {
  const office = officeOf(profile.offices, today, day);
  const fact = profile.facts.find(({ key }) => key === 'does');
  const isOffice = profile.kind === 'official' && (fact === undefined || !isMine(fact));
  const said = isOffice ? office : fact;
  const own = isOffice ? undefined : fact?.asOf;
  const source = said === undefined || !Object.hasOwn(sources, said.source) ? undefined : sources[said.source];
  return own ?? source?.date ?? profile.asOf;
}

/** What the reader says somebody is goes before every office. */
function isMine({ key, source }: Fact): boolean {
  return key === 'does' && source === OWN;
}

/** The office that the line begins with. */
function officeOf(offices: readonly Office[], today: string, day: string | undefined): Office | undefined {
  const then = day === undefined ? undefined : offices.find((office) => office.since !== undefined && isHeld(office, day.slice(0, 10)));
  return then ?? offices.find((office) => isHeld(office, today)) ?? offices.at(-1);
}

/** "Minister of Defence of Ukraine on 2 Oct 2024 · now Secretary of …"; undefined if the office of that day is the present one, or unknown. */
function lineThen(offices: readonly Office[], today: string, day: string): string | undefined {
  const then = offices.find((office) => office.since !== undefined && isHeld(office, day));
  if (then === undefined || isHeld(then, today)) return undefined;
  const now = offices.find((office) => isHeld(office, today));
  const { line } = behind;
  if (now !== undefined) return line.thenNow(titleOf(then), date(day), titleOf(now));
  if (then.until !== undefined) return line.thenUntil(titleOf(then), date(day), date(then.until, true));
  return line.onDay(titleOf(then), date(day));
}

function titleOf({ office, acting }: Office): string {
  return acting === true ? behind.line.acting(office) : office;
}

function officeLine(offices: readonly Office[], today: string): string | undefined {
  const present = offices.find((office) => isHeld(office, today));
  if (present !== undefined) return titleOf(present);
  const former = offices.filter((office) => office.until !== undefined && !isAfter(office.until, today));
  const last = former.reduce<Office | undefined>(
    (best, office) => (best === undefined || (office.until ?? '') > (best.until ?? '') ? office : best),
    undefined,
  );
  if (last !== undefined) return behind.line.formerly(last.office, date(last.until ?? '', true));
  const next = offices.find((office) => office.since !== undefined && isAfter(office.since, today));
  return next === undefined ? undefined : behind.line.later(next.office, date(next.since ?? '', true));
}

/** Since ≤ today < until. Partial dates compare by what they state: "until 2026-07" is over once July has begun. */
export function isHeld({ since, until }: Pick<Office, 'since' | 'until'>, today: string): boolean {
  return (since === undefined || !isAfter(since, today)) && (until === undefined || isAfter(until, today));
}

function isAfter(date: string, today: string): boolean {
  return date > today.slice(0, date.length);
}

export function countryName(code: CountryCode | undefined): string | undefined {
  if (code === undefined) return undefined;
  const { noCountry } = behind.line;
  if (Object.hasOwn(noCountry, code)) return noCountry[code as keyof typeof noCountry];
  return displayName('region', code) ?? code;
}

/** Today, for the reader, as an ISO date. */
export function todayOf(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
