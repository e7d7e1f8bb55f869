import { useEffect, useMemo, useState } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import { Asking } from '../Asking.tsx';
import type { ReaderApi } from '../api.ts';
import { ArticlesView } from './ArticlesView.tsx';
import { Chosen } from './Chosen.tsx';
import { CompareView } from './CompareView.tsx';
import { EntityView } from './EntityView.tsx';
import { Filters } from './Filters.tsx';
import { type ReadLog, useLists, useLog, useTally, wordSearch } from './log.ts';
import { NetworkView } from './NetworkView.tsx';
import { PairEvidence } from './PairEvidence.tsx';
import { EVERYTHING, type ExplorerPlace, isNarrowed, VIEWS } from './place.ts';
import { SaveLog } from './SaveLog.tsx';
import { TimelineView } from './TimelineView.tsx';
import type { SaveLogFile, ViewProps } from './view.ts';

export interface ExplorerProps {
  readonly api: ReaderApi;
  readonly save: SaveLogFile;
  readonly place: ExplorerPlace;
  /** `replace`: a small step of the same move (typing, a slider): "back" does not stop there. */
  readonly go: (place: ExplorerPlace, replace?: boolean) => void;
}

/** The whole page: who is named with whom in all that was read. */
export function Explorer(props: ExplorerProps) {
  const { log, part, again } = useLog(props.api);
  const words = ui.explorer;
  return (
    <div class="explorer">
      <header class="explorer-head">
        <h1>{words.title}</h1>
        <Views {...props} />
        <nav class="explorer-links" aria-label={words.elsewhere}>
          <a href="/options.html">{ui.reader.options}</a>
        </nav>
      </header>
      {log.state === 'loading' && part > 0 ? <progress class="explorer-progress" aria-label={words.reading} value={part} /> : undefined}
      <Asking asked={log} what={words.what} again={again}>
        {(value) => (value.ledger.ids.length === 0 ? <NothingYet /> : <Opened {...props} log={value} />)}
      </Asking>
    </div>
  );
}

function Views({ place, go }: ExplorerProps) {
  return (
    <nav class="explorer-views" aria-label={ui.explorer.views}>
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          class="tab"
          aria-current={place.view === view ? 'page' : undefined}
          onClick={() => go({ ...without(place), view })}
        >
          {ui.explorer.view[view]}
        </button>
      ))}
    </nav>
  );
}

/** Without the evidence that is open. */
function without({ pair: _, ...place }: ExplorerPlace): ExplorerPlace {
  return place;
}

function NothingYet() {
  return (
    <main class="empty">
      <p>{ui.explorer.nothingYet}</p>
      <p class="muted">{ui.explorer.nothingYetNote}</p>
    </main>
  );
}

function Opened({ api, save, place, go, log: read }: ExplorerProps & { readonly log: ReadLog }) {
  const [log, listsAgain] = useLists(api, read);
  const tally = useTally(log, place.filter);
  const find = useMemo(() => wordSearch(api), [api]);
  const [filtersOpen, setFiltersOpen] = useState(() => matchMedia('(min-width: 60rem)').matches);
  const view: ViewProps = {
    api,
    place,
    log,
    tally,
    find,
    save,
    go,
    listsAgain,
    open: (id) => go({ ...without(place), view: 'entity', ids: [id] }),
    pair: (a, b) => go({ ...place, pair: [a, b] }),
  };
  useTitle(view);
  return (
    <div class="explorer-body">
      <aside class="explorer-filters" aria-label={ui.explorer.filters}>
        <details open={filtersOpen} onToggle={(event) => setFiltersOpen(event.currentTarget.open)}>
          <summary>{ui.explorer.filters}</summary>
          <Filters {...view} />
        </details>
      </aside>
      <main class="explorer-main">
        <Chosen {...view} />
        <p class="muted" role="status">
          {ui.explorer.counted(tally.articles, log.ledger.ids.length)}{' '}
          {isNarrowed(place.filter) ? (
            <button type="button" class="plain" onClick={() => go({ ...place, filter: { ...EVERYTHING, level: place.filter.level } })}>
              {ui.explorer.showAll}
            </button>
          ) : undefined}
        </p>
        <SaveLog {...view} />
        <Shown {...view} />
      </main>
      {place.pair === undefined ? undefined : (
        <PairEvidence key={place.pair.join()} {...view} of={place.pair} close={() => go(without(place))} />
      )}
    </div>
  );
}

function Shown(props: ViewProps) {
  switch (props.place.view) {
    case 'network':
      return <NetworkView {...props} />;
    case 'timeline':
      return <TimelineView {...props} />;
    case 'articles':
      return <ArticlesView {...props} />;
    case 'entity':
      return <EntityView {...props} />;
    case 'compare':
      return <CompareView {...props} />;
  }
}

/** So that the reader's tabs and history tell one from the other. */
function useTitle({ place, log }: ViewProps): void {
  const names = place.ids.map((id) => log.who(id).name);
  const title = [names.join(', '), ui.explorer.view[place.view], ui.explorer.title].filter((part) => part !== '').join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
