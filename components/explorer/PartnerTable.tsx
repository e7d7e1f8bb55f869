import type { EntityId } from '../../core/profile.ts';
import type { Partner } from '../../core/tally.ts';
import { localeNow, number } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import { EntityName } from './EntityName.tsx';
import { type Column, SortedTable } from './SortedTable.tsx';
import type { ViewProps } from './view.ts';

const FIGURES = ['articles', 'paragraphs', 'sentences', 'surprise', 'information'] as const;
const BY_LEVEL = { article: 'articles', paragraph: 'paragraphs', sentence: 'sentences' } as const;

interface PartnerTableProps extends ViewProps {
  readonly of: EntityId;
  readonly partners: readonly Partner[];
}

/** With whom somebody was named: plain counts, and how far they are from chance. Each row opens its evidence. */
export function PartnerTable({ log, place, partners, of, open, pair }: PartnerTableProps) {
  const words = ui.explorer;
  const columns: readonly Column<Partner>[] = [
    { heading: words.name, value: ({ id }) => log.who(id).name, cell: ({ id }) => <EntityName log={log} id={id} open={open} /> },
    ...FIGURES.map(
      (figure): Column<Partner> => ({
        heading: words.column[figure],
        note: words.columnNote[figure],
        value: (partner) => partner[figure],
        // Counts are whole; the others are told to a tenth.
        cell: (partner) => number(Math.round(10 * partner[figure]) / 10),
      }),
    ),
    {
      heading: words.evidence,
      cell: ({ id }) => (
        <button type="button" class="plain" aria-label={words.evidenceOf(log.who(id).name)} onClick={() => pair(of, id)}>
          {words.evidence}
        </button>
      ),
    },
  ];
  const first = 1 + FIGURES.indexOf(BY_LEVEL[place.filter.level]);
  return (
    <SortedTable
      key={place.filter.level}
      caption={words.namedWithThem}
      underHeading
      rows={partners}
      columns={columns}
      first={first}
      words={{ more: words.network.more, language: localeNow() }}
    />
  );
}
