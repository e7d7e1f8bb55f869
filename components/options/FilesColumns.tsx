import { ui } from '../../locales/ui.ts';
import type { ColumnMapping } from '../../platform/exchange/csv-read.ts';
import type { OpenedTable } from '../../platform/exchange/open-file.ts';
import { FilesTable } from './FilesTable.tsx';

type Field = keyof ColumnMapping;

/** Which column of a table holds what. As long as none is known to hold names, the table stands there as it is, for the reader to see. */
export function FilesColumns({ table, choose }: { readonly table: OpenedTable; readonly choose: (mapping: ColumnMapping) => void }) {
  const { headers, rows, mapping } = table;
  // Of two columns of one name the first is read; one without a name cannot be pointed out.
  const named = [...new Set(headers)].filter((header) => header !== '');
  const set = (field: Field, header: string) => {
    const { [field]: _, ...others } = mapping ?? { name: '' };
    const next = { ...others, ...(header === '' ? {} : { [field]: header }) } as Partial<ColumnMapping>;
    if (next.name !== undefined && next.name !== '') choose(next as ColumnMapping);
  };
  return (
    <>
      <fieldset class="choices">
        <legend>{ui.files.whichColumn}</legend>
        {mapping === undefined ? <p>{ui.files.whichIsName}</p> : undefined}
        <div class="pair-of-fields">
          {fieldsNow().map(([field, label]) => (
            <label key={field} class="labelled">
              {label}
              <select
                class="field"
                value={mapping?.[field] ?? ''}
                disabled={mapping === undefined && field !== 'name'}
                onChange={(event) => set(field, event.currentTarget.value)}
              >
                {field === 'name' && mapping !== undefined ? undefined : <option value="">{ui.files.noColumn}</option>}
                {named.map((header) => (
                  <option key={header} value={header}>
                    {header}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
        {mapping?.country === undefined ? undefined : <p class="muted">{ui.files.countryNote}</p>}
      </fieldset>
      {mapping === undefined ? <FilesTable caption={ui.files.formats.csv} headings={headers} rows={rows} /> : undefined}
    </>
  );
}

function fieldsNow(): readonly (readonly [Field, string])[] {
  return [
    ['name', ui.options.name],
    ['kind', ui.options.kind],
    ['aliases', ui.files.columns.aliases],
    ['note', ui.options.note],
    ['country', ui.files.columns.country],
  ];
}
