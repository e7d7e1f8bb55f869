/**
 * How long each asker has to wait: a leaky bucket, kept as the moment at which the bucket will be empty.
 */
export interface Pace {
  readonly perSecond: number;
  /** So many at once wait for nothing. */
  readonly atOnce: number;
  /** Milliseconds; who would have to wait longer is refused. */
  readonly longestWait: number;
}

/** Askers that are held in mind. Those that are still are dropped when there are more. */
const MOST_ASKERS = 1_000;

/** Answers milliseconds to wait at `now`, or undefined: too often. A refusal costs nothing. */
export function createPacer({ perSecond, atOnce, longestWait }: Pace): (asker: string, now: number) => number | undefined {
  const empty = new Map<string, number>();
  const each = 1_000 / perSecond;
  return (asker, now) => {
    const then = Math.max(empty.get(asker) ?? now, now) + each;
    const wait = Math.max(0, then - now - atOnce * each);
    if (wait > longestWait) return undefined;
    if (empty.size >= MOST_ASKERS) for (const [other, at] of empty) if (at <= now) empty.delete(other);
    empty.set(asker, then);
    return wait;
  };
}
