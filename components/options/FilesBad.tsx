import { number } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { BadRecord } from '../../platform/exchange/bad.ts';

const MOST = 100;

/** What is wrong with records that are left out: where, why, and what stands there. */
export function FilesBad({ bad, open }: { readonly bad: readonly BadRecord[]; readonly open: boolean }) {
  if (bad.length === 0) return null;
  const rest = bad.length - MOST;
  return (
    <details class="bad" open={open}>
      <summary>{ui.files.leftOut(bad.length)}</summary>
      <ul>
        {bad.slice(0, MOST).map((one, i) => (
          <li key={i}>
            <span class="muted">{ui.files.line(number(one.line))}</span>
            <span>
              {ui.files.bad[one.code]} <Detail of={one} />
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p class="muted">{ui.files.more(rest)}</p> : undefined}
    </details>
  );
}

/** What stands there is the file's own, or the reader's of files, who speaks English. */
function Detail({ of: { code, detail } }: { readonly of: BadRecord }) {
  if (detail === undefined) return null;
  const [, came, promised] = code === 'missing-records' ? (/^(\d+) of (\d+)$/.exec(detail) ?? []) : [];
  if (came !== undefined && promised !== undefined) return <>{ui.files.came(number(Number(came)), number(Number(promised)))}</>;
  return (
    <span class="muted" lang="en" dir="auto">
      {detail}
    </span>
  );
}
