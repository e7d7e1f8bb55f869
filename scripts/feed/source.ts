import { existsSync, readFileSync, statSync } from 'node:fs';
import { type Pack, parsePack } from '../../core/pack.ts';
import { buildPack } from '../build-packs.ts';
import { type Data, readData } from '../read-data.ts';

/** What a feed is built from: a folder in the form of `data/`, or a pack that is ready. */
export interface FeedSource {
  readonly pack: Pack;
  /** Only of a folder: where each record stands. */
  readonly data?: Data;
}

export async function readSource(path: string, channel: string): Promise<FeedSource> {
  if (!existsSync(path)) throw new Error(`${path}: there is no such file or folder; check the spelling`);
  if (!statSync(path).isDirectory()) return { pack: parsePack(readFileSync(path, 'utf8')) };
  const data = readData(path, undefined, path);
  if (data.records.length === 0)
    throw new Error(`${path}: holds no records; expected ${path}/companies/*.yaml, officials, organisations, events or programmes`);
  return { pack: await buildPack(data, 1, channel), data };
}

/** A ready pack keeps the number that it has, if that is still ahead: the pack that ships with the extension is then the same file as the feed's. */
export function ownNumber({ data, pack }: FeedSource, channel: string, last: number): number | undefined {
  return data === undefined && pack.header.channel === channel && pack.header.version > last ? pack.header.version : undefined;
}
