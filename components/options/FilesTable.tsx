import type { ComponentChildren } from 'preact';

interface FilesTableProps {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** A few rows of a file. It may be wider than the page, so it scrolls by itself, and by keyboard. */
export function FilesTable({ caption, headings, rows }: FilesTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="preview-table" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {headings.map((heading, i) => (
              <th key={i} scope="col" dir="auto">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, i) => (
            <tr key={i}>
              {headings.map((_, j) => (
                <td key={j} dir="auto">
                  {cells[j]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
