import type { FeedCode } from '../../core/feed.ts';

/** How an update failed, in one sentence for the reader: what, and what now. */
export type FeedCodes = Readonly<Record<Exclude<FeedCode, 'updated' | 'current' | 'held' | 'waiting'>, string>>;

/** None in English: there the client's own sentence is told, which knows more (which host, which hash). In other languages it is folded away below these. */
export const feedCodes: Partial<FeedCodes> = {};
