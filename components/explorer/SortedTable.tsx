import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import type { NetworkWords } from './network-view.ts';

export interface Column<R> {
  readonly heading: string;
  /** What the figures mean, where a word does not say it. */
  readonly note?: string;
  /** By what it is sorted; a column without it is not. */
  readonly value?: (row: R) => string | number;
  readonly cell: (row: R) => ComponentChildren;
}

/** Thousands of rows at once would make the page stand still, and nobody reads them. */
const PAGE = 50;

interface Order {
  readonly column: number;
  readonly down: boolean;
}

/** A table that is sorted by its headings: numbers from the largest at first, words from A. `first` is the column that sorts it to begin with. */
export function SortedTable<R>(props: {
  readonly caption: string;
  /** A heading above says the same to those who see it. */
  readonly underHeading?: true;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  readonly first: number;
  readonly words: Pick<NetworkWords, 'more' | 'language'>;
}) {
  const { rows, columns } = props;
  const [order, setOrder] = useState<Order>(() => ({ column: props.first, down: isCount(rows, columns[props.first]) }));
  const [count, setCount] = useState(PAGE);
  const sorted = useMemo(() => sort(rows, columns[order.column], order.down, props.words.language), [rows, columns, order]);
  const press = (column: number) =>
    setOrder((old) => ({ column, down: old.column === column ? !old.down : isCount(rows, columns[column]) }));
  const rest = rows.length - count;
  return (
    <div class="network-table">
      <table>
        <caption class={props.underHeading ? 'visually-hidden' : undefined}>{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <Heading
                key={i}
                column={column}
                count={isCount(rows, column)}
                down={order.column === i ? order.down : undefined}
                press={() => press(i)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, count).map((row, i) => (
            <tr key={i}>
              {columns.map((column, j) => (
                <td key={j} class={isCount(rows, column) ? 'count' : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? (
        <button type="button" class="button" onClick={() => setCount(count + PAGE)}>
          {props.words.more(Math.min(PAGE, rest))}
        </button>
      ) : undefined}
    </div>
  );
}

function Heading<R>(props: {
  readonly column: Column<R>;
  readonly count: boolean;
  readonly down: boolean | undefined;
  readonly press: () => void;
}) {
  const { column, down } = props;
  if (column.value === undefined) return <th scope="col">{column.heading}</th>;
  return (
    <th
      scope="col"
      class={props.count ? 'count' : undefined}
      aria-sort={down === undefined ? undefined : down ? 'descending' : 'ascending'}
    >
      <button type="button" class="network-sort" title={column.note} onClick={props.press}>
        {column.heading}
        {down === undefined ? undefined : <Icon name={down ? 'down' : 'up'} />}
      </button>
    </th>
  );
}

function isCount<R>(rows: readonly R[], column: Column<R> | undefined): boolean {
  const [row] = rows;
  return row !== undefined && typeof column?.value?.(row) === 'number';
}

function sort<R>(rows: readonly R[], column: Column<R> | undefined, down: boolean, language: string): readonly R[] {
  const value = column?.value;
  if (value === undefined) return rows;
  const { compare } = new Intl.Collator(language, { numeric: true });
  const by = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
  return [...rows].sort((a, b) => (down ? by(value(b), value(a)) : by(value(a), value(b))));
}
