import { foldText } from '../core/fold.ts';
import type { Verdict } from '../core/mention.ts';
import { hostOf, plainUrl } from './addresses.ts';

/** The one form and the one key of a verdict. Pure, so that what is imported from a file goes through the same door as what the reader says. */

const SAYS = ['not-this', 'is-this'] as const;
/** The most particular first. */
export const SCOPES = ['page', 'site', 'everywhere'] as const;

/** The verdict in the one form in which it is kept; undefined if it makes no sense. */
export function tidyVerdict(verdict: Verdict): Verdict | undefined {
  const { entity, says, scope } = verdict;
  if (typeof entity !== 'string' || entity === '' || !SAYS.includes(says) || !SCOPES.includes(scope)) return undefined;
  const surface = verdict.surface === undefined ? undefined : foldText(verdict.surface);
  if (surface === '') return undefined;
  const base = { entity, ...(surface === undefined ? {} : { surface }), says, scope };
  if (scope === 'everywhere') return base;
  const where = scope === 'page' ? plainUrl(verdict.where) : (hostOf(`https://${verdict.where ?? ''}`) ?? undefined);
  return where === undefined || where === '' ? undefined : { ...base, where };
}

/** The same subject at the same place has one verdict: a later one takes the place of the earlier. */
export function verdictKey(verdict: Verdict): string {
  return [verdict.scope, verdict.where ?? '', verdict.entity, verdict.surface ?? ''].join('\n');
}
