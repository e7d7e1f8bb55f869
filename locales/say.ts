import { type Glance, glance } from './en/glance.ts';

/** What is said wherever Muster is seen, the card on a page included. Read it when drawing, not before: it may change. */
export let say: Glance = glance;

export function saying(words: Glance): void {
  say = words;
}
