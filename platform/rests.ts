/** Long work in short turns: questions of pages are answered in between. */

/** Milliseconds of work before others get a turn. */
export const LONGEST_TURN = 12;

interface Scheduler {
  postTask(task: () => void, options: { readonly priority: 'background' }): Promise<void>;
}

/** Until everybody else has had a turn. A timer would rest four milliseconds or more each time, which is a second or two in a large pack. */
export function rest(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  return scheduler === undefined
    ? new Promise((resolve) => setTimeout(resolve))
    : scheduler.postTask(() => undefined, { priority: 'background' });
}

/** A function that rests if the last rest was too long ago; to be called as often as one likes. */
export function pacer(turn = LONGEST_TURN): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < turn) return undefined;
    return rest().then(() => {
      since = performance.now();
    });
  };
}
