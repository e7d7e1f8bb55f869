/** What differs between two visits to one page, and what of it is said in PRIVACY.md. */

export const FAMILIES = ['dom', 'events', 'layout', 'console', 'surface'] as const;
export type Family = (typeof FAMILIES)[number];
/** What was seen in a visit: entries by family and path. */
export type Seen = Readonly<Record<Family, Readonly<Record<string, string>>>>;

export interface Difference {
  readonly family: Family;
  readonly path: string;
  readonly without: string | undefined;
  readonly with: string | undefined;
}

export function differences(without: Seen, seen: Seen): readonly Difference[] {
  return FAMILIES.flatMap((family) => {
    const [one, other] = [without[family], seen[family]];
    return [...new Set([...Object.keys(one), ...Object.keys(other)])]
      .filter((path) => one[path] !== other[path])
      .map((path) => ({ family, path, without: one[path], with: other[path] }));
  });
}

/** Of these differences, those that are not the page's own: it says the same without us each time, and another thing with us each time. */
export function lasting(found: readonly Difference[], without: readonly Seen[], seen: readonly Seen[]): readonly Difference[] {
  return found.filter(({ family, path, without: was }) => {
    const steady = without.every((one) => one[family][path] === was);
    return steady && seen.every((one) => one[family][path] !== was);
  });
}

/** PRIVACY.md, "What a page can notice", where something is marked; `with` must be of this form. */
export const NOTICEABLE: Readonly<Record<string, RegExp>> = {
  highlights: /^some$/,
  'names of highlights': /^(?:.* )?m#(?: m#)*$/,
  'adopted sheets': /^\d+$/,
  'adopted rules': /::highlight\(m#\) \{ text-decoration: [^}]*; \}/,
  'style of a highlight': /^underline/,
};

export function isTold({ family, path, with: now }: Difference): boolean {
  return family === 'surface' && now !== undefined && (NOTICEABLE[path]?.test(now) ?? false);
}

export function sayDifference({ family, path, without, with: now }: Difference): string {
  const [one, other] = apart(without ?? 'nothing', now ?? 'nothing');
  return `${family}: ${path}\n    without: ${one}\n    with:    ${other}`;
}

/** Long values from where they part. */
function apart(one: string, other: string): readonly [string, string] {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 40);
  return [one.slice(from, from + 240), other.slice(from, from + 240)];
}
