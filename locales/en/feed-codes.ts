import type { FeedCode } from '../../core/feed.ts';

/**
 * How an update failed, in one sentence for the reader. English readers are told the client's own sentence, which knows more (which host,
 * which hash); in other languages it stands below these, folded away.
 */
export const feedCodes: Partial<Readonly<Record<FeedCode, string>>> = {};
