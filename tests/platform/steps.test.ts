import { beforeEach, describe, expect, test } from 'vitest';
import { freshBackground, pageWith, sender } from './background.ts';

/** The way through the frames of a page. Each frame answers as often as it has marks beyond where the reader is. */

let muster: Awaited<ReturnType<typeof freshBackground>>;
let steps: typeof import('../../platform/steps.ts');
beforeEach(async () => {
  muster = await freshBackground();
  steps = await import('../../platform/steps.ts');
});

type Way = { readonly step: 1 | -1; readonly from: string; readonly turned: boolean; readonly framed: boolean };

/** A page whose frames have so many marks each; answers where one was gone to, as "frame:mark", with "~" where it turned. */
async function pageOf(marks: Readonly<Record<number, number>>) {
  const { page, text } = pageWith('https://times.news.example/a', ['Saab.']);
  for (const frame of Object.keys(marks).map(Number)) {
    const named = { ...text, doc: `doc ${frame}`, blocks: [{ id: 1, text: 'Saab.' }] };
    await muster.answers.fromPage.read(frame === 0 ? text : named, sender(page, frame));
  }
  const went: string[] = [];
  const at = new Map<number, number>();
  const step = (frame: number, { step: way, from, turned, framed }: Way): boolean => {
    const of = marks[frame] ?? 0;
    if (from === 'nowhere') went.push('nobody');
    if (from === 'nowhere') return false;
    const before = from === 'edge' ? undefined : at.get(frame);
    const next = before === undefined ? (way === 1 ? 0 : of - 1) : before + way;
    if (next < 0 || next >= of) return false;
    at.set(frame, next);
    went.push(`${turned ? '~' : ''}${frame}:${next}${framed ? '' : ' alone'}`);
    return true;
  };
  Object.assign(muster.browser.tabs, {
    sendMessage: async (_: number, { muster: name, argument }: { muster: string; argument: Way }, { frameId }: { frameId: number }) => {
      if (name === 'step') return { value: step(frameId, argument) };
      if (name === 'cardByKey' && (marks[frameId] ?? 0) > 0) went.push(`card in ${frameId}`);
      return { value: (marks[frameId] ?? 0) > 0 };
    },
  });
  return { tabId: page.tabId, went };
}

describe('next and previous', () => {
  test.each<[string, Readonly<Record<number, number>>, readonly (1 | -1)[], readonly string[]]>([
    ['one frame, and round again', { 0: 2 }, [1, 1, 1], ['0:0 alone', '0:1 alone', '~0:0 alone']],
    ['backwards, and round again', { 0: 2 }, [1, -1, -1], ['0:0 alone', '~0:1 alone', '0:0 alone']],
    ['the page, then its frames in turn', { 0: 1, 4: 2, 7: 1 }, [1, 1, 1, 1, 1], ['0:0', '4:0', '4:1', '7:0', '~0:0']],
    ['backwards from the page into its last frame', { 0: 1, 4: 2 }, [1, -1, -1, -1], ['0:0', '~4:1', '4:0', '0:0']],
    ['a frame whose marks are all switched off is passed over', { 0: 1, 4: 0, 7: 1 }, [1, 1], ['0:0', '7:0']],
    ['nothing anywhere', { 0: 0, 4: 0 }, [1], ['nobody']],
  ])('%s', async (_, marks, way, wanted) => {
    const { tabId, went } = await pageOf(marks);
    for (const step of way) await steps.stepOn(tabId, step);
    expect(went).toEqual(wanted);
  });
});

describe('the card by key', () => {
  test('opens in the frame that was reached', async () => {
    const { tabId, went } = await pageOf({ 0: 1, 4: 1 });
    await steps.stepOn(tabId, 1);
    await steps.stepOn(tabId, 1);
    expect(await steps.openCard(tabId)).toBe(true);
    expect(went.at(-1)).toBe('card in 4');
  });

  test('else in the first frame that has a mark; nowhere if there is none', async () => {
    const { tabId, went } = await pageOf({ 0: 0, 4: 1 });
    expect(await steps.openCard(tabId)).toBe(true);
    expect(went).toEqual(['card in 4']);
    const bare = await pageOf({ 0: 0 });
    expect(await steps.openCard(bare.tabId)).toBe(false);
  });
});
