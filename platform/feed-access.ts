import { browser } from 'wxt/browser';
import { isLoopback } from '../core/manifest.ts';

/**
 * Firefox gives each installation an address of its own (`moz-extension://<uuid>`) and tells it, as the Origin of the question, to every host
 * that the extension may not reach by permission: a mark by which a feed's host would know the reader again. So there a feed's host is asked
 * only with permission, and then no Origin is sent. In Chromium the address is the same for all readers.
 *
 * The permission is for `https://host/*`. Those for reading pages are for both schemes (`*://host/*`): the one must not be taken for the other.
 */
const isNeeded: boolean = import.meta.env.FIREFOX === true;

/** The permission that a place of a feed needs; undefined if it needs none. What runs on this machine learns nothing new. */
function patternOf(place: string): string | undefined {
  return !isNeeded || isLoopback(place) ? undefined : `https://${new URL(place).hostname}/*`;
}

/** Whether a granted pattern is there for a feed, and not for reading pages. */
export function isForFeeds(pattern: string): boolean {
  return isNeeded && /^https:\/\/[^*/]+\/\*$/.test(pattern);
}

export async function mayReach(place: string): Promise<boolean> {
  const pattern = patternOf(place);
  return pattern === undefined || (await browser.permissions.contains({ origins: [pattern] }));
}

/** Asks the reader, if that is needed. Only works straight from a click: nothing may be awaited before it. */
export function askToReach(place: string): Promise<boolean> {
  const pattern = patternOf(place);
  return pattern === undefined ? Promise.resolve(true) : browser.permissions.request({ origins: [pattern] });
}

/** Gives the permission back when a feed is removed. One that the manifest holds, or "every page", stays. */
export async function giveUpReach(place: string): Promise<void> {
  const pattern = patternOf(place);
  if (pattern !== undefined) await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
}
