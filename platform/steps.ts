import { askPage } from './ask.ts';
import { speech } from './speech.ts';
import { recallTab, type Tab, TOP, tabOf } from './tabs.ts';

/** To the next or previous mention of anybody on a page, through all its frames and round again. Answers whether there is one. */
export async function stepOn(tabId: number, step: 1 | -1): Promise<boolean> {
  const tab = await recallTab(tabId);
  const frames = framesOf(tab);
  const first = Math.max(0, frames.indexOf(tab?.reached ?? TOP));
  const framed = frames.length > 1;
  // The frame where the reader is comes twice: from here to its end, and at last from its other end.
  for (let i = 0; i <= frames.length; i += 1) {
    const at = first + i * step;
    const frame = frames[((at % frames.length) + frames.length) % frames.length] ?? TOP;
    const turned = at < 0 || at >= frames.length;
    if ((await askPage(tabId, frame, 'step', { step, from: i === 0 ? 'here' : 'edge', turned, framed })) !== true) continue;
    if (tab !== undefined) tab.reached = frame;
    return true;
  }
  await askPage(tabId, TOP, 'step', { step, from: 'nowhere', turned: false, framed, spoken: await speech() });
  return false;
}

/** Opens the card where the reader got to; if nothing is marked in that frame, in the first one that has marks. */
export async function openCard(tabId: number): Promise<boolean> {
  const tab = tabOf(tabId) ?? (await recallTab(tabId));
  const reached = tab?.reached ?? TOP;
  for (const frame of [reached, ...framesOf(tab).filter((one) => one !== reached)]) {
    if ((await askPage(tabId, frame, 'cardByKey')) !== true) continue;
    if (tab !== undefined) tab.reached = frame;
    return true;
  }
  return false;
}

/** The frames in which somebody is named, and the top one. */
function framesOf(tab: Tab | undefined): readonly number[] {
  const named = [...(tab?.frames ?? [])].filter(([, { mentions }]) => mentions.length > 0).map(([id]) => id);
  return [...new Set(named.length === 0 ? [TOP] : named)].sort((one, other) => one - other);
}
