import type { EntityId } from '../core/profile.ts';

/** Where the reader is in the popup or side panel. */
export type Place =
  | { readonly at: 'page' }
  | { readonly at: 'search'; readonly text: string }
  | { readonly at: 'profile'; readonly id: EntityId }
  | { readonly at: 'named-with'; readonly id: EntityId; readonly name: string }
  | { readonly at: 'evidence'; readonly a: Named; readonly b: Named };

export interface Named {
  readonly id: EntityId;
  readonly name: string;
}

/** The place that an address asks for: `?id=` a profile, `?q=` a search, else the page. */
export function placeOf(search: string): Place {
  const asked = new URLSearchParams(search);
  const id = asked.get('id') ?? asked.get('profile');
  if (id !== null && id !== '') return { at: 'profile', id };
  const text = asked.get('q');
  return text === null ? { at: 'page' } : { at: 'search', text: text.trim() };
}

/** `?tab=`: the tab to tell of, where it is not the one in front. */
export function tabOf(search: string): number | undefined {
  const tab = Number.parseInt(new URLSearchParams(search).get('tab') ?? '', 10);
  return Number.isNaN(tab) ? undefined : tab;
}
