import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { freshBackground, reader } from './background.ts';

/** Law: whatever the reader writes is told to all windows, so that none shows what is no more. */

let muster: Awaited<ReturnType<typeof freshBackground>>;
beforeEach(async () => {
  muster = await freshBackground();
});

type Answers = Awaited<ReturnType<typeof freshBackground>>['answers']['fromReader'];
const verdict = { entity: 'Q3', says: 'not-this', scope: 'everywhere' } as const;
const given = { name: 'Acme Rockets', kind: 'company', aliases: [] } as const;

test.each<[string, (answers: Answers) => Promise<unknown> | unknown]>([
  ['addOwn', (answers) => answers.addOwn(given, reader)],
  ['removeOwn', async (answers) => answers.removeOwn({ id: (await answers.addOwn(given, reader)).id }, reader)],
  ['keepOwn', (answers) => answers.keepOwn({ now: { ...given, id: 'own:1', added: '2026-11-01T08:00:00Z' } }, reader)],
  ['judge', (answers) => answers.judge(verdict, reader)],
  ['takeBack', (answers) => answers.takeBack(verdict, reader)],
  ['writeNote', (answers) => answers.writeNote({ id: 'Q3', was: '', now: 'x' }, reader)],
  ['keepList', (answers) => answers.keepList({ name: 'x', colour: 'red' }, reader)],
  ['tookIn', (answers) => answers.tookIn(undefined as never, reader)],
])('%s', async (_, write) => {
  let heard = 0;
  // Of the same life as the answers.
  const { onTouched } = await import('../../platform/touched.ts');
  const stop = onTouched(() => {
    heard += 1;
  });
  await write(muster.answers.fromReader);
  stop();
  expect(heard).toBeGreaterThan(0);
});

test('own names are there as soon as they are written, by whichever window', async () => {
  const { fromReader } = muster.answers;
  const own = await fromReader.addOwn(given, reader);
  expect(await fromReader.own(undefined as never, reader)).toEqual([own]);
  await fromReader.removeOwn({ id: own.id }, reader);
  expect(await fromReader.own(undefined as never, reader)).toEqual([]);
});
