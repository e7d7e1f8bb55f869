/** One figure of the record: `ratio` is above 1 where we are ahead. */
export interface Figure {
  readonly name: string;
  readonly n: number;
  readonly unit: string;
  readonly ours: number;
  readonly peer: string;
  readonly theirs: number;
  readonly ratio: number;
}

/** Median seconds of one call, over `rounds` calls after one to warm up. */
export function seconds(call: () => void, rounds = 5): number {
  call();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    call();
    times.push((performance.now() - start) / 1000);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] as number;
}

/** Higher is better for rates, lower for times and sizes. */
export function figure(name: string, n: number, unit: string, ours: number, peer: string, theirs: number): Figure {
  const ratio = unit.endsWith('/s') ? ours / theirs : theirs / ours;
  return { name, n, unit, ours: round(ours), peer, theirs: round(theirs), ratio: round(ratio) };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

export function expectAnswer(who: string, found: number, least: number, most = Number.POSITIVE_INFINITY): void {
  if (found < least || found > most)
    throw new Error(`${who}: found ${found}, expected ${least}${most === least ? '' : ' or more'}: a wrong answer has no speed`);
}
