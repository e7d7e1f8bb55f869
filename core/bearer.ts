/**
 * A page may name several bearers of one surname: "Defence minister Antti Häkkänen … Aino Häkkänen, a worker … Häkkänen laughs". Whom the bare surname
 * means is said by the full name that was given last; in front of all of them (a headline), it is the person we know if the page names that one in full.
 *
 * Not so with those whom everybody knows: "Ivanka Trump" does not make the next "Trump" hers. Only a page that never names the one in full, and brings the
 * surname in with somebody else or names nobody else that we know (a football report), speaks of somebody else.
 */
export interface Bearers {
  /** Where the person we know is named in full, and where the surname stands behind somebody else's given name; each in the order of the text. */
  readonly full: number[];
  readonly other: number[];
  /** Where the surname stands alone for the first time. */
  bare: number;
}

export function noBearers(): Bearers {
  return { full: [], other: [], bare: Number.POSITIVE_INFINITY };
}

/** Whether the bare surname at a place means somebody else. `knownToAll`: set for those, with whether the page names anyone else or uses words of the field. */
export function isAnother(bearers: Bearers | undefined, at: number, knownToAll?: { readonly inCompany: boolean }): boolean {
  if (bearers === undefined || bearers.other.length === 0) return false;
  const { full, other, bare } = bearers;
  if (knownToAll !== undefined) return full.length === 0 && (!knownToAll.inCompany || (other[0] as number) < bare);
  const [lastFull, lastOther] = [before(full, at), before(other, at)];
  if (lastFull < 0 && lastOther < 0) return full.length === 0;
  return (other[lastOther] ?? -1) > (full[lastFull] ?? -1);
}

/** Index of the last place in front of `at`; -1 if there is none. */
function before(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
