import { useMemo } from 'preact/hooks';
import type { EntityId } from '../../core/profile.ts';
import { articlesWith, partnersOf } from '../../core/tally.ts';
import { ui } from '../../locales/ui.ts';
import { Asking } from '../Asking.tsx';
import { useAsked } from '../asked.ts';
import { Mine } from '../mine/Mine.tsx';
import { ProfileSheet } from '../Profile.tsx';
import { ArticleList } from './ArticleList.tsx';
import { ChangesOf } from './ChangesOf.tsx';
import { keeping } from './log.ts';
import { PartnerTable } from './PartnerTable.tsx';
import type { ViewProps } from './view.ts';

/** All about one: what is stated of it, and with whom it was named. */
export function EntityView(props: ViewProps) {
  const [id] = props.place.ids;
  if (id === undefined) return <p class="empty">{ui.explorer.chooseOne}</p>;
  return <Entity key={id} {...props} id={id} />;
}

function Entity(props: ViewProps & { readonly id: EntityId }) {
  const { api, log, tally, place, id, open, pair, go, listsAgain } = props;
  const [profile, again] = useAsked(() => api.profile({ id }), id);
  const keeps = keeping(log, place.filter);
  const partners = useMemo(
    () => partnersOf(log.ledger, tally, id, place.filter.level).filter((one) => one.strength >= place.filter.least && keeps(one.id)),
    [log, tally, id, place.filter],
  );
  const articles = useMemo(() => articlesWith(log.ledger, tally, [id]), [log, tally, id]);
  return (
    <div class="entity-view">
      <div class="entity-profile">
        <Asking asked={profile} what={ui.reader.what.profile} again={() => void again()}>
          {(view) =>
            view === undefined ? (
              <>
                <h2>{log.who(id).name}</h2>
                <p class="empty">{ui.profile.gone}</p>
              </>
            ) : (
              <ProfileSheet
                view={view}
                onOpen={open}
                onPair={(a, b) => pair(a.id, b.id)}
                mine={
                  <Mine
                    api={api}
                    view={view}
                    changed={() => {
                      listsAgain();
                      void again();
                    }}
                  />
                }
              />
            )
          }
        </Asking>
        <ChangesOf api={api} id={id} />
      </div>
      <div class="entity-log">
        <section aria-labelledby="partners">
          <h2 id="partners">{ui.profile.namedWith}</h2>
          <p class="muted">{ui.explorer.partnersNote}</p>
          {partners.length === 0 ? <p class="empty">{ui.profile.nobodyYet}</p> : <PartnerTable {...props} of={id} partners={partners} />}
          {partners.length === 0 ? undefined : (
            <button type="button" class="button" onClick={() => go({ ...place, view: 'network' })}>
              {ui.explorer.asNetwork}
            </button>
          )}
        </section>
        <section aria-labelledby="entity-articles">
          <h2 id="entity-articles">{ui.explorer.view.articles}</h2>
          <p class="muted">{ui.explorer.articles(articles.length)}</p>
          <ArticleList {...props} ids={articles} of={[id]} atOnce={8} />
        </section>
      </div>
    </div>
  );
}
