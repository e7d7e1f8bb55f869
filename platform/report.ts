import type { Trouble } from '../locales/told.ts';

/**
 * What is wrong at the moment, for the reader: what, and what now. One trouble for each subject, the newest
 * counts; a subject that is well again is taken off. The list lives as long as the background does: what is still wrong
 * after that is found again.
 */
export type Subject =
  | 'storage'
  | 'quota'
  | 'packaged-pack'
  | 'stored-pack'
  | 'newer-pack'
  | 'compiled'
  | 'sites'
  | 'log'
  | 'recording'
  | 'own'
  | 'verdicts'
  | 'settings'
  | 'retention'
  | 'registration'
  | 'feeds'
  | 'feeds-lost';

const found = new Map<Subject, Trouble>();

export function report(subject: Subject, told: Trouble): void {
  // A second place to look for those who send us a report; nothing leaves the machine.
  if (found.get(subject)?.words !== told.words) console.warn(`Muster: ${told.words}`);
  found.set(subject, told);
}

export function isWell(subject: Subject): void {
  found.delete(subject);
}

export function troubles(): readonly Trouble[] {
  return [...found.values()];
}

/** The message of whatever was thrown, with the name where it says more ("QuotaExceededError: …"). */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const name = error.name === 'Error' || error.message.startsWith(error.name) ? '' : `${error.name}: `;
  // Dexie puts the browser's own message below its own, which says the same.
  return `${name}${error.message.split('\n')[0]}`.trim();
}

/** Whether the browser refused because there is no room left. Dexie wraps the browser's own error. */
export function isQuota(error: unknown): boolean {
  const inner = (error as { inner?: unknown } | undefined)?.inner;
  return (
    (error instanceof Error && (error.name === 'QuotaExceededError' || /quota/i.test(error.message))) ||
    (inner !== undefined && inner !== error && isQuota(inner))
  );
}
