import { useMemo } from 'preact/hooks';
import { waysBetween } from '../../core/graph.ts';
import type { EntityId } from '../../core/profile.ts';
import { articlesWith, type Partner, partnersOf } from '../../core/tally.ts';
import { localeNow, number } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import { ArticleList } from './ArticleList.tsx';
import { EntityName } from './EntityName.tsx';
import { keeping } from './log.ts';
import { type Column, SortedTable } from './SortedTable.tsx';
import type { ViewProps } from './view.ts';

/** Two beside each other: with whom both were named, where both were named, and how one leads to the other. */
export function CompareView(props: ViewProps) {
  const [a, b] = props.place.ids;
  if (a === undefined || b === undefined) return <p class="empty">{ui.explorer.chooseTwo}</p>;
  return <Compare key={`${a} ${b}`} {...props} a={a} b={b} />;
}

type CompareProps = ViewProps & { readonly a: EntityId; readonly b: EntityId };

function Compare(props: CompareProps) {
  const { log, tally, place, a, b } = props;
  const articles = useMemo(() => articlesWith(log.ledger, tally, [a, b]), [log, tally, a, b]);
  const names = (id: EntityId) => <bdi>{log.who(id).name}</bdi>;
  return (
    <div class="compare">
      <h2>{ui.profile.both(names(a), names(b))}</h2>
      {place.ids.length > 2 ? <p class="muted">{ui.explorer.firstTwo}</p> : undefined}
      <Ways {...props} />
      <Shared {...props} />
      <section aria-labelledby="shared-articles">
        <h3 id="shared-articles">{ui.explorer.sharedArticles}</h3>
        <p class="muted">{articles.length === 0 ? ui.profile.noEvidence : ui.profile.together(articles.length)}</p>
        {articles.length === 0 ? undefined : <ArticleList {...props} ids={articles} of={[a, b]} atOnce={8} />}
      </section>
    </div>
  );
}

const MOST_WAYS = 5;

function Ways({ log, tally, place, a, b, open, pair }: CompareProps) {
  const ways = useMemo(() => waysBetween(log.ledger, tally, [a, b], place.filter, MOST_WAYS), [log, tally, a, b, place.filter]);
  return (
    <section aria-labelledby="ways">
      <h3 id="ways">{ui.explorer.ways}</h3>
      <p class="muted">{ways.length === 0 ? ui.explorer.noWay : ui.explorer.waysNote}</p>
      <ol class="ways-list">
        {ways.map(({ ids, weights }) => (
          <li key={ids.join()}>
            {ids.map((id, at) => (
              <span key={id}>
                {at === 0 ? undefined : (
                  <button
                    type="button"
                    class="step"
                    aria-label={ui.explorer.evidenceOf(`${log.who(ids[at - 1] as EntityId).name} – ${log.who(id).name}`)}
                    onClick={() => pair(ids[at - 1] as EntityId, id)}
                  >
                    {number(weights[at - 1] as number)}
                  </button>
                )}
                <EntityName log={log} id={id} open={open} />
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The same one as a partner of the first and of the second. */
type Both = readonly [Partner, Partner];

/** Strongest with the first at first. */
function Shared({ log, tally, place, a, b, open, pair }: CompareProps) {
  const shared = useMemo(() => {
    const keeps = keeping(log, place.filter);
    const withB = new Map(partnersOf(log.ledger, tally, b, place.filter.level).map((partner) => [partner.id, partner]));
    return partnersOf(log.ledger, tally, a, place.filter.level)
      .flatMap((one): readonly Both[] => {
        const other = withB.get(one.id);
        return other === undefined || !keeps(one.id) ? [] : [[one, other]];
      })
      .filter(([one, other]) => Math.min(one.strength, other.strength) >= place.filter.least)
      .sort(([x1, x2], [y1, y2]) => Math.min(y1.strength, y2.strength) - Math.min(x1.strength, x2.strength));
  }, [log, tally, a, b, place.filter]);
  return (
    <section aria-labelledby="shared">
      <h3 id="shared">{ui.explorer.sharedPartners}</h3>
      {shared.length === 0 ? <p class="muted">{ui.explorer.noneShared}</p> : undefined}
      {shared.length === 0 ? undefined : (
        <SortedTable
          caption={ui.explorer.sharedPartners}
          underHeading
          rows={shared}
          columns={[
            {
              heading: ui.explorer.name,
              value: ([{ id }]) => log.who(id).name,
              cell: ([{ id }]) => <EntityName log={log} id={id} open={open} />,
            },
            ...[a, b].map(
              (id, at): Column<Both> => ({
                heading: ui.explorer.withWhom(log.who(id).name),
                value: (both) => (both[at] as Partner).strength,
                cell: (both) => <Strength {...{ log, pair }} of={id} partner={both[at] as Partner} />,
              }),
            ),
          ]}
          first={1}
          words={{ more: ui.explorer.network.more, language: localeNow() }}
        />
      )}
    </section>
  );
}

function Strength({ log, pair, of, partner }: Pick<ViewProps, 'log' | 'pair'> & { readonly of: EntityId; readonly partner: Partner }) {
  const strength = number(partner.strength);
  const both = ui.explorer.evidenceOf(`${log.who(of).name} – ${log.who(partner.id).name}`);
  return (
    <button type="button" class="plain" aria-label={`${strength}: ${both}`} onClick={() => pair(of, partner.id)}>
      {strength}
    </button>
  );
}
