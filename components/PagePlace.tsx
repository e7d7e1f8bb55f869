import { useEffect, useState } from 'preact/hooks';
import type { EntityId } from '../core/profile.ts';
import { ui } from '../locales/ui.ts';
import type { PageView } from '../platform/messages.ts';
import type { Settings } from '../platform/settings.ts';
import { Asking, Notice } from './Asking.tsx';
import type { Desk, ReaderApi } from './api.ts';
import { messageOf, useAsked } from './asked.ts';
import { liesBelow, originOf, pauseHost } from './links.ts';
import { OnThisPage } from './OnThisPage.tsx';
import { PageState } from './PageState.tsx';

interface PagePlaceProps {
  readonly api: ReaderApi;
  readonly desk: Desk;
  readonly tabId: number | undefined;
  readonly onOpen: (id: EntityId) => void;
}

/** The first view: asks for the page, asks again whenever it changes, and passes down. */
export function PagePlace(props: PagePlaceProps) {
  if (props.tabId === undefined) return <p class="empty">{ui.reader.noPage}</p>;
  return <PageOfTab key={props.tabId} {...props} tabId={props.tabId} />;
}

function PageOfTab({ api, desk, tabId, onOpen }: PagePlaceProps & { readonly tabId: number }) {
  const [page, again] = useAsked(() => api.page({ tabId }), `${tabId}`);
  const [settings, readAgain] = useAsked(() => desk.readSettings(), 'settings');
  const [trouble, setTrouble] = useState('');
  useEffect(() => desk.onPage(tabId, () => void again()), [tabId, again]);
  useEffect(() => desk.onSettings(() => void readAgain().then(again)), [readAgain, again]);
  const act = actor(setTrouble, again);
  const known = settings.state === 'ready' ? settings.value : undefined;
  return (
    <Asking asked={page} what={ui.reader.what.page} again={() => void again()}>
      {(view) => (
        <>
          {trouble === '' ? undefined : (
            <Notice>
              <p role="alert">{ui.reader.notDone(trouble)}</p>
            </Notice>
          )}
          <PageState
            view={view}
            {...pausing(view, known, (change) => void act(desk.changeSettings(change).then(readAgain), undefined))}
            {...reading(view, api, desk, tabId, act)}
          />
          <OnThisPage
            view={view}
            onOpen={onOpen}
            onGoTo={(id, step) => api.goTo({ tabId, id, step })}
            onJudge={(verdict) => act(api.judge(verdict), false)}
            onTakeBack={(verdict) => act(api.takeBack(verdict), false)}
          />
        </>
      )}
    </Asking>
  );
}

/** Does what the reader asked for, tells it if that failed, and looks at the page again. */
function actor(tell: (trouble: string) => void, again: () => Promise<void>): Act {
  return async (doing, otherwise) => {
    tell('');
    const done = await doing.catch((error: unknown) => {
      tell(messageOf(error));
      return otherwise;
    });
    await again();
    return done;
  };
}

type Change = (settings: Settings) => Partial<Settings>;

function pausing(view: PageView, settings: Settings | undefined, change: (change: Change) => void) {
  const host = pauseHost(view.host);
  const others = (now: Settings) => now.pausedHosts.filter((paused) => !liesBelow(host, paused));
  return {
    pausedEverywhere: settings?.pausedEverywhere ?? view.site.state === 'paused',
    pausedHere: settings?.pausedHosts.some((paused) => liesBelow(host, paused)) ?? view.site.state === 'paused-here',
    onPauseEverywhere: (paused: boolean) => change(() => ({ pausedEverywhere: paused })),
    onPauseHere: (paused: boolean) => change((now) => ({ pausedHosts: paused ? [...others(now), host].sort() : others(now) })),
  };
}

type Act = <T>(doing: Promise<T>, otherwise: T) => Promise<T>;

function reading(view: PageView, api: ReaderApi, desk: Desk, tabId: number, act: Act) {
  return {
    onReadOnce: () => void act<unknown>(api.readOnce({ tabId }), undefined),
    onReadAlways: () => {
      const origin = originOf(view.url);
      if (origin === undefined) return;
      // First of all, and nothing before it: the browser asks its question only straight from a click.
      const granted = desk.askFor(origin);
      void act<unknown>(
        granted.then((yes) => (yes ? api.readAlways({ tabId, origin }) : undefined)),
        undefined,
      );
    },
  };
}
