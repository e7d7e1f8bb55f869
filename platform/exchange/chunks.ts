/** Characters that are gathered before they are handed on: few enough to show progress by, enough to be worth a write. */
const CHUNK = 65_536;

/**
 * Pieces of a file, gathered to chunks of about 64 k characters. A piece is never cut, so that no pair of surrogates is: each chunk can be
 * encoded by itself.
 */
export function* inChunks(pieces: Iterable<string>): Generator<string> {
  let gathered: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    gathered.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    yield gathered.join('');
    gathered = [];
    length = 0;
  }
  if (length > 0) yield gathered.join('');
}
