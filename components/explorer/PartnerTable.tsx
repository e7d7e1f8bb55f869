import { useState } from 'preact/hooks';
import type { EntityId } from '../../core/profile.ts';
import type { Partner } from '../../core/tally.ts';
import { number } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import { EntityName } from './EntityName.tsx';
import type { ViewProps } from './view.ts';

const COLUMNS = ['articles', 'paragraphs', 'sentences', 'surprise', 'information'] as const;
type Column = (typeof COLUMNS)[number];

interface PartnerTableProps extends ViewProps {
  readonly of: EntityId;
  readonly partners: readonly Partner[];
}

/** With whom somebody was named: plain counts, and how far they are from chance. Each row opens its evidence. */
export function PartnerTable({ log, partners, of, open, pair }: PartnerTableProps) {
  const [by, setBy] = useState<Column | undefined>(undefined);
  const [shown, setShown] = useState(25);
  const sorted = by === undefined ? partners : [...partners].sort((x, y) => y[by] - x[by]);
  return (
    <>
      <div class="table-scroll">
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{ui.explorer.name}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" aria-sort={by === column ? 'descending' : undefined} class="number">
                  <button type="button" class="plain" title={ui.explorer.columnNote[column]} onClick={() => setBy(column)}>
                    {ui.explorer.column[column]}
                  </button>
                </th>
              ))}
              <th scope="col">
                <span class="visually-hidden">{ui.explorer.evidence}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown).map((partner) => (
              <tr key={partner.id}>
                <th scope="row">
                  <EntityName log={log} id={partner.id} open={open} />
                </th>
                {COLUMNS.map((column) => (
                  <td key={column} class="number">
                    {figure(partner[column], column === 'surprise' || column === 'information' ? 1 : 0)}
                  </td>
                ))}
                <td>
                  <button
                    type="button"
                    class="plain"
                    aria-label={ui.explorer.evidenceOf(log.who(partner.id).name)}
                    onClick={() => pair(of, partner.id)}
                  >
                    {ui.explorer.evidence}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > shown ? (
        <button type="button" class="button" onClick={() => setShown(shown + 100)}>
          {ui.explorer.more(sorted.length - shown)}
        </button>
      ) : undefined}
    </>
  );
}

/** In the reader's digits; a dash for what cannot be counted. */
export function figure(n: number, digits = 0): string {
  return Number.isFinite(n) ? number(Number(n.toFixed(digits))) : '–';
}
