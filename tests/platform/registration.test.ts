import { beforeEach, describe, expect, test, vi } from 'vitest';
import { freshBackground, grant, wake } from './background.ts';

/** The sites that the reader allowed, and the scripts that the browser keeps for them. */

const OWN = '*://*.own.example/*';
const script = (origin: string, file: string, runAt = 'document_start') => ({ id: `origin ${origin}`, js: [file], runAt });

beforeEach(async () => {
  await freshBackground();
});

async function sync(registered: readonly object[]) {
  const { browser } = await wake();
  const [registerContentScripts, unregisterContentScripts] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
  Object.assign(browser.scripting, {
    getRegisteredContentScripts: async () => registered,
    registerContentScripts,
    unregisterContentScripts,
  });
  const { syncRegistrations } = await import('../../platform/registration.ts');
  await syncRegistrations();
  return {
    added: registerContentScripts.mock.calls.flat(2).map((one) => (one as { id: string }).id),
    gone: unregisterContentScripts.mock.calls.flat().flatMap((one) => (one as { ids: string[] }).ids),
  };
}

describe('scripts of sites that the reader allowed', () => {
  test.each([
    ['a new one', [OWN], [], ['*'], []],
    ['one that is there', [OWN], [script(OWN, '/page.js')], [], []],
    ['one that is there, as browsers write its file', [OWN], [script(OWN, 'moz-extension://x/page.js')], [], []],
    ['one of an older version, whose file is gone', [OWN], [script(OWN, '/content-scripts/content.js')], ['*'], ['*']],
    ['one of an older version, which ran later', [OWN], [script(OWN, '/page.js', 'document_end')], ['*'], ['*']],
    ['one that is not allowed any more', [], [script(OWN, '/page.js')], [], ['*']],
  ])('%s', async (_what, granted, registered, added, gone) => {
    grant(...granted);
    const ids = (all: readonly string[]) => all.map(() => `origin ${OWN}`);
    expect(await sync(registered)).toEqual({ added: ids(added), gone: ids(gone) });
  });
});
