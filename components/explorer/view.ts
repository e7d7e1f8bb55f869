import type { EntityId } from '../../core/profile.ts';
import type { Tally } from '../../core/tally.ts';
import type { LogAsk } from '../../platform/save-log.ts';
import type { ReaderApi } from '../api.ts';
import type { Log } from './log.ts';
import type { ExplorerPlace } from './place.ts';

export type SaveLogFile = (asked: LogAsk, tell: (part: number) => void) => Promise<string>;

/** What every view of the explorer is given. */
export interface ViewProps {
  readonly api: ReaderApi;
  readonly place: ExplorerPlace;
  readonly log: Log;
  /** Of the filter in `place`. */
  readonly tally: Tally;
  /** Ids of the articles that hold some words. */
  readonly find: (text: string) => Promise<ReadonlySet<number>>;
  readonly go: (place: ExplorerPlace, replace?: boolean) => void;
  /** The reader put somebody on a list, or took them off. */
  readonly listsAgain: () => void;
  /** Saves articles as a file, and answers its name. `tell`: how much is done, from 0 to 1. */
  readonly save: SaveLogFile;
  readonly open: (id: EntityId) => void;
  readonly pair: (a: EntityId, b: EntityId) => void;
}
