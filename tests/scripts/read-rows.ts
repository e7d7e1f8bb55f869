import { readFileSync } from 'node:fs';

/** One row of a table in tests/fixtures: its cells, and the law ("## …") under which it stands. */
export interface Row {
  readonly law: string;
  readonly cells: readonly string[];
  readonly toString: () => string;
}

/** Rows of a table with tabs; "#" starts a remark, "##" a law. */
export function readRows(name: string): readonly Row[] {
  const rows: Row[] = [];
  let law = '';
  for (const line of readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('## ')) law = line.slice(3);
    else if (line !== '' && !line.startsWith('#')) {
      const cells = line.split('\t');
      rows.push({ law, cells, toString: () => cells.join(' ') });
    }
  }
  return rows;
}
