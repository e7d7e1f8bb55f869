import type { Kind } from '../../core/profile.ts';
import type { BadRecord } from './bad.ts';
import { type Candidate, type Candidates, checked, firstOf, nameKey } from './candidates.ts';
import { inOrder, linesOf } from './text-in.ts';

/**
 * A plain list: a name a line, and behind a semicolon, a bar or a tab its other names. A comma parts nothing, for it is part of too many names
 * ("Raytheon Missiles, Inc."). Bullets in front are taken off; a line that begins with "# " is a remark.
 */
export function readNamesList(bytes: Uint8Array, kind: Kind): Candidates {
  const { lines, bad: unread } = linesOf(bytes);
  const good: Candidate[] = [];
  const bad: BadRecord[] = [...unread];
  const isFirst = firstOf();
  let passed = 0;
  for (const { line, text } of lines) {
    if (/^\s*#(?:\s|$)/.test(text)) {
      passed += 1;
      continue;
    }
    const [name = '', ...aliases] = text.replace(/^\s*[-–—•*·]\s+/, '').split(/[;|\t]/);
    const own = checked({ name, kind, aliases });
    if (typeof own === 'string') bad.push({ line, code: own });
    else if (!isFirst(nameKey(own))) bad.push({ line, code: 'duplicate' });
    else good.push({ line, own });
  }
  return { good, bad: inOrder(bad), passed };
}
