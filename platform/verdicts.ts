import { browser } from 'wxt/browser';
import type { Verdict } from '../core/mention.ts';
import { trouble } from '../locales/told.ts';
import { hostOf, isUnder, plainUrl } from './addresses.ts';
import type { Database } from './db.ts';
import type { VerdictRow } from './log-rows.ts';
import type { EraseScope } from './messages.ts';
import { isQuota, isWell, messageOf, report } from './report.ts';
import { SCOPES, verdictKey } from './verdict-form.ts';

/**
 * The reader's word on mentions. What was said in a private window is held in memory only, and only for private windows.
 */

const inPrivate = new Map<string, Verdict>();
/** What storage would not take: it holds as long as the background lives, and is stored with the next that can be. */
const unkept = new Map<string, VerdictRow>();

/** `hidden`: said in a private window. What cannot be stored still holds for now, and the reader is told. */
export async function keepVerdict(db: Database | undefined, verdict: Verdict, hidden: boolean): Promise<void> {
  const key = verdictKey(verdict);
  if (hidden) {
    inPrivate.set(key, verdict);
    return;
  }
  unkept.set(key, { key, verdict, given: new Date().toISOString() });
  const rows = [...unkept.values()];
  try {
    if (db === undefined) throw new Error('the browser refuses storage');
    await db.verdicts.bulkPut(rows);
    for (const row of rows) if (unkept.get(row.key) === row) unkept.delete(row.key);
    isWell('verdicts');
  } catch (error) {
    const why = isQuota(error) ? '' : messageOf(error);
    report('verdicts', trouble('verdicts-not-stored', why));
  }
}

/** Answers whether there was such a verdict. */
export async function dropVerdict(db: Database | undefined, verdict: Verdict, hidden: boolean): Promise<boolean> {
  const key = verdictKey(verdict);
  const inMemory = [inPrivate.delete(key), !hidden && unkept.delete(key)].includes(true);
  if (db === undefined || hidden) return inMemory;
  return db.transaction('rw', db.verdicts, async () => {
    const known = await db.verdicts.get(key);
    await db.verdicts.delete(key);
    return inMemory || known !== undefined;
  });
}

/** The newest first. Those of private windows are not listed anywhere. */
export async function keptVerdicts(db: Database | undefined): Promise<readonly Verdict[]> {
  const stored = db === undefined ? [] : await db.verdicts.toArray();
  const rows = [...stored.filter((row) => !unkept.has(row.key)), ...unkept.values()];
  return rows.sort((a, b) => (a.given < b.given ? 1 : -1)).map((row) => row.verdict);
}

/** What is erased goes from memory as well. */
export function eraseUnkept(scope: EraseScope, span: (iso: string) => boolean): void {
  for (const [key, row] of unkept) if (isErased(row, scope, span)) unkept.delete(key);
}

/** Those that apply to a page, the most particular first: what was said of this page outweighs what was said of the site. */
export function verdictsFor(
  all: readonly Verdict[],
  page: { readonly urls: readonly string[]; readonly host: string; readonly incognito: boolean },
): readonly Verdict[] {
  const candidates = page.incognito ? [...inPrivate.values(), ...all] : all;
  const applies = (verdict: Verdict) => {
    if (verdict.scope === 'everywhere') return true;
    const where = verdict.where ?? '';
    return verdict.scope === 'page' ? page.urls.includes(where) : isUnder(page.host, where);
  };
  return candidates.filter(applies).sort((a, b) => SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope));
}

/** Verdicts on a page or site tell where the reader was: they go with what is erased there. */
export function isErased({ verdict, given }: VerdictRow, scope: EraseScope, span: (iso: string) => boolean): boolean {
  if (verdict.scope === 'everywhere' || verdict.where === undefined) return false;
  switch (scope.what) {
    case 'all':
      return true;
    case 'page':
      return verdict.scope === 'page' && verdict.where === plainUrl(scope.url);
    case 'site':
      return isUnder(verdict.scope === 'page' ? (hostOf(verdict.where) ?? '') : verdict.where, scope.host);
    case 'span':
      return span(given);
  }
}

/** What was said in private windows ends with the last of them. */
export async function endOfPrivate(): Promise<void> {
  if (inPrivate.size === 0) return;
  const windows = await browser.windows.getAll();
  if (!windows.some((window) => window.incognito)) forgetPrivateVerdicts();
}

export function forgetPrivateVerdicts(): void {
  inPrivate.clear();
}
