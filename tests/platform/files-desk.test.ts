import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setLocale } from '../../locales/format.ts';
import { type Database, openDatabase } from '../../platform/db.ts';
import { type OpenedFile, openFile } from '../../platform/exchange/open-file.ts';
import { FILE_FORMATS, type FileFormat, recognise } from '../../platform/exchange/recognise.ts';
import * as desk from '../../platform/files-desk.ts';
import type { OwnEntity } from '../../platform/log-rows.ts';
import { readSettings, type Settings } from '../../platform/settings.ts';

/** What becomes of records is for take-in.ts to say, and tested there. Here: that it is one database, one deed, and closed again. */
const { takes } = vi.hoisted(() => ({ takes: { trouble: undefined as Error | undefined, took: [] as unknown[] } }));
vi.mock('../../platform/take-in.ts', () => ({
  takeIn: async (_: Database, records: readonly unknown[], tell?: (part: number) => void) => {
    tell?.(1);
    takes.took.push(...records);
    return { added: { own: records.length }, replaced: {}, known: {} };
  },
  takeOwn: (db: Database, given: readonly Omit<OwnEntity, 'id' | 'added'>[]) =>
    db.transaction('rw', db.own, async () => {
      const added = given.map((one, n) => ({ ...one, id: `own:${n}`, added: '2026-11-01T08:00:00Z' }));
      await db.own.bulkAdd(added);
      if (takes.trouble !== undefined) throw takes.trouble;
      return { added, known: 1 };
    }),
}));
vi.mock('../../platform/backup.ts', () => ({
  backupFile: async (_: Database, settings: Settings) => ({ name: `${settings.retentionDays}`, blob: new Blob() }),
  erasable: async (_: Database, scope: unknown) => [scope],
}));

const bytes = (text: string) => new TextEncoder().encode(text);
const stored = async () => {
  const opened = await openDatabase();
  if (opened.state !== 'open') throw new Error('refused');
  const rows = await opened.db.own.toArray();
  opened.db.close();
  return rows;
};

beforeEach(async () => {
  fakeBrowser.reset();
  setLocale('en-GB');
  await Dexie.delete('muster');
  takes.trouble = undefined;
  takes.took = [];
});
afterEach(() => {
  vi.restoreAllMocks();
  setLocale(undefined);
});

describe('a file is what stands in it', () => {
  test.each<[FileFormat, string, string]>([
    ['log', 'a header of ours', '{"muster":"log","format":1}\n'],
    ['log', 'behind blank lines and a mark', '\ufeff\n\n{"muster":"log"}'],
    ['log', 'a record whose header is lost', '{"type":"own","name":"x"}\n'],
    ['follow-the-money', 'an entity', '{"id":"Q1","schema":"Company","properties":{}}\n'],
    ['csv', 'a header that is known, of one column', 'Name\nAcme\n'],
    ['csv', '… in another language', 'Назва;Країна\nЗброяр;UA\n'],
    ['csv', 'several columns', 'a,b\nc,d\n'],
    ['csv', 'with tabs', 'Bezeichnung\tSitz\nAcme\tOslo'],
    ['csv', 'as Excel says it', 'sep=;\nx;y\n1;2\n'],
    ['names', 'one name', 'Acme'],
    ['names', 'names a line', 'Acme\nBeta\nGamma\n'],
    ['names', 'commas in some of them', 'Raytheon Missiles, Inc.\nAcme\nBeta, Ltd., Oslo\n'],
    ['names', 'other names behind some', 'Acme; A\nBeta\n'],
    ['names', 'brackets', '[Acme]\n{Beta}\n'],
    ['names', 'nothing', ''],
    ['names', 'a workbook', 'PK\u0003\u0004\u0000'],
  ])('%s: %s', (format, _, text) => expect(recognise(bytes(text))).toBe(format));
});

describe('a file is opened', () => {
  test('as a log: counted by type; settings and feeds stand apart from what is stored', () => {
    const verdict = { verdict: { entity: 'Q4', says: 'not-this', scope: 'everywhere' }, given: '2026-11-01T08:00:00Z' };
    const lines = [
      { muster: 'log', format: 1, made: '2026-11-01T08:00:00Z', counts: { article: 0, own: 0, verdict: 1 } },
      { type: 'verdict', ...verdict },
    ];
    const file = openFile(bytes(lines.map((one) => JSON.stringify(one)).join('\n')));
    expect(file).toMatchObject({ what: 'log', counts: { verdict: 1, own: 0 }, feeds: [], bad: [] });
    expect(file).not.toHaveProperty('settings');
  });

  test('as the reader says', () => {
    const read = (format: FileFormat) => openFile(bytes('Name;Kind\nAcme;company\n'), { format });
    expect(FILE_FORMATS.map((format) => read(format).format)).toEqual([...FILE_FORMATS]);
    expect(read('csv')).toMatchObject({ candidates: [{ own: { name: 'Acme' } }] });
    expect(read('names')).toMatchObject({ candidates: [{ own: { name: 'Name' } }, { own: { name: 'Acme' } }] });
  });

  test('as a table of which nobody knows where the names are', () => {
    const file = openFile(bytes('Bezeichnung;Sitz\nAcme;Oslo\n'));
    expect(file).toMatchObject({ candidates: [], table: { headers: ['Bezeichnung', 'Sitz'], rows: [['Acme', 'Oslo']] } });
    const mapped = openFile(bytes('Bezeichnung;Sitz\nAcme;Oslo\n'), { mapping: { name: 'Bezeichnung' }, kind: 'organisation' });
    expect(mapped).toMatchObject({ candidates: [{ own: { name: 'Acme', kind: 'organisation' } }], kind: 'organisation' });
  });
});

describe('names are taken in', () => {
  const file = (): OpenedFile => desk.open(bytes('Name;Country;Note\nAcme;NO;maker\nBeta;UA;\nGamma;;in Ukraine\n'), {});

  test('a country stands at the head of the note', async () => {
    const taken = await desk.take(file(), () => undefined);
    expect(taken).toMatchObject({ added: { own: 3 }, known: { own: 1 } });
    expect((await stored()).map(({ note }) => note)).toEqual(['Norway. maker', 'Ukraine', 'in Ukraine']);
  });

  test('all or nothing', async () => {
    takes.trouble = new Error('no more');
    await expect(desk.take(file(), () => undefined)).rejects.toThrow('no more');
    expect(await stored()).toEqual([]);
  });

  test('a full disk is told in our words', async () => {
    takes.trouble = new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    await expect(desk.take(file(), () => undefined)).rejects.toMatchObject({ told: { code: 'notes-no-room' } });
  });

  test('and taken back, but for what was changed since', async () => {
    const { own = [] } = await desk.take(file(), () => undefined);
    const opened = await openDatabase();
    if (opened.state === 'open') {
      await opened.db.own.update('own:1', { changed: '2026-11-02T08:00:00Z' });
      opened.db.close();
    }
    await desk.takeBack(own);
    expect((await stored()).map(({ id }) => id)).toEqual(['own:1']);
    await desk.takeBack(own);
  });

  test('not from a private window', async () => {
    vi.spyOn(browser.extension, 'inIncognitoContext', 'get').mockReturnValue(true);
    await expect(desk.take(file(), () => undefined)).rejects.toMatchObject({ told: { code: 'notes-private' } });
    await expect(desk.putBack([])).rejects.toMatchObject({ told: { code: 'notes-private' } });
    expect(await stored()).toEqual([]);
  });
});

describe('a log', () => {
  test('is taken in as its records are, without settings and feeds; what was erased is put back the same way', async () => {
    const record = { type: 'list', list: { id: 'list:1', name: 'x', colour: 'red', changed: '2026-11-01' } } as const;
    const counts = { article: 0, own: 0, verdict: 0, annotation: 0, list: 1 };
    const told: number[] = [];
    await desk.take({ what: 'log', format: 'log', bad: [], counts, records: [record], settings: {}, feeds: [] }, (part) => told.push(part));
    expect([takes.took, told]).toEqual([[record], [1]]);
    await desk.putBack((await desk.erasable({ what: 'all' })) as never);
    expect(takes.took).toEqual([record, { what: 'all' }]);
  });

  test('no connection is left open', async () => {
    await desk.erasable({ what: 'all' });
    await desk.putBack([]);
    await expect(desk.backup(() => undefined)).resolves.toMatchObject({ name: '365' });
    // It would be blocked by one.
    await Dexie.delete('muster');
  });

  test('a database that is refused is told', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    await expect(desk.erasable({ what: 'all' })).rejects.toMatchObject({ told: { code: 'storage-refused' } });
  });
});

describe('settings of a file', () => {
  test.each([
    ['take the place of those here', { retentionDays: 30, recording: false }, { retentionDays: 30, recording: false }],
    ['what is missing stays', {}, { retentionDays: 90 }],
    ['what is broken does no harm', { retentionDays: 'x', pausedHosts: 7 }, { retentionDays: 365, pausedHosts: [] }],
    ['what the browser allowed elsewhere is not allowed here', { everyPage: true, welcomed: false }, { everyPage: false, welcomed: true }],
  ])('%s', async (_, given, expected) => {
    await browser.storage.local.set({ settings: { retentionDays: 90, welcomed: true } });
    await desk.applySettings(given);
    expect(await readSettings()).toMatchObject(expected);
  });
});
