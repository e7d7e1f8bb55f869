import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EntityId } from '../core/profile.ts';
import { date } from '../locales/format.ts';
import { troubleWords, ui } from '../locales/ui.ts';
import type { Health } from '../platform/messages.ts';
import { Asking, Notice } from './Asking.tsx';
import type { Desk, ReaderApi } from './api.ts';
import { useAsked } from './asked.ts';
import { Evidence } from './Evidence.tsx';
import { START, writePlace } from './explorer/place.ts';
import { Icon } from './Icon.tsx';
import { Mine } from './mine/Mine.tsx';
import { NamedWith } from './NamedWith.tsx';
import { PagePlace } from './PagePlace.tsx';
import { ProfileSheet } from './Profile.tsx';
import type { Named, Place } from './places.ts';
import { Search } from './Search.tsx';

export interface AppProps {
  readonly api: ReaderApi;
  readonly desk: Desk;
  /** The tab that is told of; undefined if there is none. */
  readonly tabId: number | undefined;
  readonly start: Place;
}

const MANY = 100;

/** The popup and the side panel: where the reader is, and how they got there. */
export function App(props: AppProps) {
  const { way, setWay, main, go, back } = useWay(props.start);
  const here = way.at(-1) ?? { at: 'page' };
  const [health] = useAsked(() => props.api.health(), 'health');
  const trouble = health.state === 'ready' ? health.value.troubles : [];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft' && event.altKey && way.length > 1) {
      event.preventDefault();
      back();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the whole window; the button for it is below
    <div class="app" onKeyDown={onKeyDown}>
      <Header here={here} home={(place) => setWay([place])} back={way.length > 1 ? back : undefined} />
      <main ref={main} tabIndex={-1}>
        {trouble.length === 0 ? undefined : (
          <Notice>
            {trouble.map((told) => (
              <p key={told.words} dir="auto">
                {troubleWords(told)}
              </p>
            ))}
          </Notice>
        )}
        <Here {...props} here={here} go={go} retype={(text) => setWay([...way.slice(0, -1), { at: 'search', text }])} />
      </main>
      <Footer health={health.state === 'ready' ? health.value : undefined} {...props.desk} />
    </div>
  );
}

/** The way the reader came. After a step the new heading gets the focus, so that it is read out; going back also finds the old height. */
function useWay(start: Place) {
  const [way, setWay] = useState<readonly Place[]>([start]);
  const main = useRef<HTMLElement>(null);
  const heights = useRef<number[]>([]);
  const moved = useRef(false);
  const depth = way.length;
  const go = (place: Place) => {
    heights.current[depth - 1] = main.current?.scrollTop ?? 0;
    moved.current = true;
    setWay([...way, place]);
  };
  const back = () => {
    moved.current = true;
    setWay(way.slice(0, -1));
  };
  useLayoutEffect(() => {
    const frame = main.current;
    if (!moved.current || frame === null) return;
    moved.current = false;
    (frame.querySelector<HTMLElement>('h1[tabindex]') ?? frame).focus({ preventScroll: true });
    frame.scrollTop = heights.current[depth - 1] ?? 0;
    heights.current.length = depth - 1;
  }, [depth]);
  return { way, setWay, main, go, back };
}

function Header(props: { readonly here: Place; readonly home: (place: Place) => void; readonly back: (() => void) | undefined }) {
  const { here, home, back } = props;
  const tab = (place: Place, words: string) => (
    <button type="button" class="tab" aria-current={here.at === place.at ? 'page' : undefined} onClick={() => home(place)}>
      {words}
    </button>
  );
  return (
    <header>
      <nav aria-label="Muster">
        {back === undefined ? undefined : (
          <button type="button" class="quiet" aria-label={ui.reader.back} title={ui.reader.back} onClick={back}>
            <Icon name="back" />
          </button>
        )}
        {tab({ at: 'page' }, ui.reader.onThisPage)}
        {tab({ at: 'search', text: '' }, ui.reader.search)}
      </nav>
    </header>
  );
}

type FooterProps = Pick<Desk, 'openOptions' | 'openPanel'> & { readonly health: Health | undefined };

function Footer({ health, openOptions, openPanel }: FooterProps) {
  return (
    <footer>
      <span class="muted">{health === undefined ? '' : ui.reader.profilesAsOf(date(health.profiles.asOf))}</span>
      <span class="footer-links">
        {openPanel === undefined ? undefined : (
          <button type="button" class="plain" onClick={openPanel}>
            {ui.reader.sidePanel}
          </button>
        )}
        <a href="/explorer.html" target="_blank" rel="noopener">
          {ui.explorer.open}
        </a>
        <button type="button" class="plain" onClick={openOptions}>
          {ui.reader.options}
        </button>
      </span>
    </footer>
  );
}

interface HereProps extends AppProps {
  readonly here: Place;
  readonly go: (place: Place) => void;
  readonly retype: (text: string) => void;
}

function Here(props: HereProps) {
  const { here, go, api } = props;
  const open = (id: EntityId) => go({ at: 'profile', id });
  const pair = (a: Named, b: Named) => go({ at: 'evidence', a, b });
  switch (here.at) {
    case 'page':
      return <PagePlace api={api} desk={props.desk} tabId={props.tabId} onOpen={open} />;
    case 'search':
      return <Search text={here.text} search={(text) => api.search({ text, limit: 30 })} onText={props.retype} onOpen={open} />;
    case 'profile':
      return <ProfilePlace key={here.id} api={api} id={here.id} open={open} pair={pair} go={go} />;
    case 'named-with':
      return <NamedWithPlace key={here.id} api={api} of={here} pair={pair} />;
    case 'evidence':
      return <EvidencePlace key={`${here.a.id} ${here.b.id}`} api={api} a={here.a} b={here.b} />;
  }
}

interface ProfilePlaceProps {
  readonly api: ReaderApi;
  readonly id: EntityId;
  readonly open: (id: EntityId) => void;
  readonly pair: (a: Named, b: Named) => void;
  readonly go: (place: Place) => void;
}

function ProfilePlace({ api, id, open, pair, go }: ProfilePlaceProps) {
  const [asked, again] = useAsked(() => api.profile({ id }), id);
  return (
    <Asking asked={asked} what={ui.reader.what.profile} again={() => void again()}>
      {(view) =>
        view === undefined ? (
          <p class="empty">{ui.profile.gone}</p>
        ) : (
          <>
            <ProfileSheet
              view={view}
              onOpen={open}
              onPair={pair}
              onNamedWith={(of) => go({ at: 'named-with', ...of })}
              mine={<Mine api={api} view={view} changed={() => void again()} />}
            />
            {view.seen.articles === 0 ? undefined : <InExplorer ids={[id]} />}
          </>
        )
      }
    </Asking>
  );
}

function NamedWithPlace({ api, of, pair }: { readonly api: ReaderApi; readonly of: Named; readonly pair: (a: Named, b: Named) => void }) {
  const [asked, again] = useAsked(() => api.namedWith({ id: of.id, limit: MANY }), of.id);
  return (
    <Asking asked={asked} what={ui.reader.what.pairs} again={() => void again()}>
      {(pairs) => <NamedWith of={of} pairs={pairs} onPair={pair} />}
    </Asking>
  );
}

function EvidencePlace({ api, a, b }: { readonly api: ReaderApi; readonly a: Named; readonly b: Named }) {
  const [asked, again] = useAsked(() => api.evidence({ a: a.id, b: b.id, limit: MANY }), `${a.id} ${b.id}`);
  return (
    <Asking asked={asked} what={ui.reader.what.articles} again={() => void again()}>
      {(evidence) => (
        <>
          <Evidence a={a} b={b} evidence={evidence} />
          <InExplorer ids={[a.id, b.id]} />
        </>
      )}
    </Asking>
  );
}

/** One: all about it; two: how they compare. */
function InExplorer({ ids }: { readonly ids: readonly EntityId[] }) {
  const address = writePlace({ ...START, view: ids.length === 1 ? 'entity' : 'compare', ids });
  return (
    <p class="in-explorer">
      <a href={`/explorer.html${address}`} target="_blank" rel="noopener">
        {ui.explorer.openHere}
      </a>
    </p>
  );
}
