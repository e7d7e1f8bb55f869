/**
 * A page may name several bearers of one surname: "Defence minister Antti Häkkänen … Aino Häkkänen, a worker … Häkkänen laughs". Whom the bare surname
 * means is said by the full name that was given last; in front of all full names (a headline), by the first that follows.
 *
 * Not so with those whom everybody knows: "Ivanka Trump" does not make the next "Trump" hers. Only a page that brings the surname in with somebody
 * else, and never names the one in full, speaks of somebody else.
 */
export interface Bearer {
  /** Where the name stands, counted through the page. */
  readonly at: number;
  /** `full`: the name of the person we know; `other`: the surname behind somebody else's given name; `bare`: the surname alone. */
  readonly by: 'full' | 'other' | 'bare';
}

/** Whether the bare surname at a place means somebody else. `bearers` are in the order of the text. */
export function isAnother(bearers: readonly Bearer[] | undefined, at: number, knownToAll: boolean): boolean {
  if (bearers === undefined) return false;
  if (knownToAll) return bearers[0]?.by === 'other' && !bearers.some(({ by }) => by === 'full');
  let last: Bearer | undefined;
  for (const bearer of bearers) {
    if (bearer.by === 'bare') continue;
    if (bearer.at > at) return (last ?? bearer).by === 'other';
    last = bearer;
  }
  return last?.by === 'other';
}
