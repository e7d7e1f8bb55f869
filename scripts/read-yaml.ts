import { readFileSync } from 'node:fs';
import { isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/**
 * One YAML file, with the lines of its parts, so that a problem can be told as "data/companies/no.yaml:12: …".
 *
 * All scalars but true, false and null stay text: dates, years and codes (NO, 2026, 1e5) are never taken for something else.
 */
export interface YamlFile {
  readonly name: string;
  readonly value: unknown;
  /** Line (from 1) of the part at a path such as `[3].aliases[2].role`, or of the nearest part around it. */
  readonly line: (path: string) => number;
  readonly problems: readonly string[];
}

const MOST_PROBLEMS = 10;

/** Reads `file`; `name` is how messages call it. A file that is not YAML has problems and an undefined value. */
export function readYaml(file: string | URL, name: string): YamlFile {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), {
    schema: 'failsafe',
    customTags: ['bool', 'null'],
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const all = [...document.errors, ...document.warnings].map(({ pos, message }) => `${name}:${counter.linePos(pos[0]).line}: ${message}`);
  // One bracket too few makes a problem of every word behind it: the first say where to look.
  const problems = all.length > MOST_PROBLEMS ? [...all.slice(0, MOST_PROBLEMS), `${name}: … and ${all.length - MOST_PROBLEMS} more`] : all;
  const line = (path: string): number => {
    const offset = nearest(document.contents, keysOf(path));
    return counter.linePos(offset).line;
  };
  return { name, value: problems.length > 0 ? undefined : document.toJS(), line, problems };
}

function keysOf(path: string): readonly (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([key, index]) => (index === undefined ? key : Number(index)));
}

function nearest(root: unknown, keys: readonly (string | number)[]): number {
  let node = root;
  let offset = startOf(root) ?? 0;
  for (const key of keys) {
    const pair = isMap(node) ? node.items.find(({ key: k }) => String(k) === String(key)) : undefined;
    const next = pair ? pair.value : isSeq(node) ? node.items[Number(key)] : undefined;
    const start = startOf(pair?.key) ?? startOf(next);
    if (start === undefined) return offset;
    offset = start;
    node = next;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
