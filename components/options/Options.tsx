import { useEffect, useRef } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import type { Health } from '../../platform/messages.ts';
import type { Settings } from '../../platform/settings.ts';
import { Asking } from '../Asking.tsx';
import type { Asked, Desk, KeysDesk, ReaderApi, SitesDesk, StorageDesk } from '../api.ts';
import { useAsked } from '../asked.ts';
import { FeedsPlace } from './FeedsPlace.tsx';
import { Files } from './Files.tsx';
import { tellTookIn } from './FilesTakeIn.tsx';
import { Find, useFind } from './Find.tsx';
import { Found } from './find.ts';
import { Kept } from './Kept.tsx';
import { Keys } from './Keys.tsx';
import { Language } from './Language.tsx';
import { Marks } from './Marks.tsx';
import { Mine, type MineDesk } from './Mine.tsx';
import { Reading } from './Reading.tsx';
import { State } from './State.tsx';
import type { FeedsDesk } from './use-feeds.ts';
import type { FilesDesk } from './use-file.ts';

export type OptionsDesk = SitesDesk &
  FeedsDesk &
  StorageDesk &
  KeysDesk &
  MineDesk &
  Pick<Desk, 'readSettings' | 'changeSettings' | 'onSettings'> & { readonly files: FilesDesk };

interface OptionsProps {
  readonly api: ReaderApi;
  readonly desk: OptionsDesk;
  /** Name to add, from the context menu (`?add=`). */
  readonly add: string;
  /** Link of a feed to add, from a backup (`?feed=`). */
  readonly feed?: string;
}

/** Each section by its id, in the order in which they stand. */
function subjects(): readonly (readonly [id: string, words: string])[] {
  const { options, mine } = ui;
  return [
    ['reading', options.reading],
    ['marks', options.marks],
    ['language', options.language],
    ['keys', ui.looks.keys],
    ['kept', options.kept],
    ['files', ui.files.title],
    ['my-list', options.myList],
    ['lists', mine.lists],
    ['notes', mine.notes],
    ['not-this', options.notThis],
    ['feeds', options.feeds],
    ['state', options.state],
  ];
}

/** All options on one page; what is changed holds at once. */
export function Options({ api, desk, add, feed = '' }: OptionsProps) {
  const health = useAsked(() => api.health(), 'health');
  const [state, again] = health;
  const main = useRef<HTMLElement>(null);
  const find = useFind(main);
  useOpenedAt(add, feed);
  return (
    <div class="sheet">
      <header>
        <h1>{ui.options.title}</h1>
        <Find {...find} />
        <nav aria-label={ui.options.subjects}>
          {subjects().map(([id, words]) => (
            <a key={id} href={`#${id}`} hidden={find.found !== undefined && !find.found.has(id)}>
              {words}
            </a>
          ))}
          <a href="/explorer.html">{ui.explorer.open}</a>
          <a href="/welcome.html">{ui.options.welcome}</a>
          <a href="/welcome.html#privacy">{ui.options.privacy}</a>
        </nav>
      </header>
      <main ref={main}>
        <Found.Provider value={find.found}>
          <Settled api={api} desk={desk} health={health} />
          <Files api={api} desk={desk.files} onTaken={() => void again()} />
          <Mine api={api} desk={desk} add={add} />
          <FeedsPlace api={api} desk={desk} link={feed} />
          <Asking asked={state} what={ui.reader.what.state} again={() => void again()}>
            {(now) => <State health={now} desk={desk} />}
          </Asking>
        </Found.Provider>
      </main>
    </div>
  );
}

interface SettledProps extends Pick<OptionsProps, 'api' | 'desk'> {
  readonly health: readonly [Asked<Health>, () => Promise<void>];
}

/** What is a setting: reading, marks, the log. */
function Settled({ api, desk, health: [health, healthAgain] }: SettledProps) {
  const [settings, readAgain] = useAsked(() => desk.readSettings(), 'settings');
  const [access, accessAgain] = useAsked(() => desk.sites(), 'access');
  useEffect(() => desk.onSettings(() => void readAgain()), [readAgain]);
  const change = (some: Partial<Settings>) => void desk.changeSettings(some).finally(readAgain);
  const onAccess = (done: Promise<unknown>) => void done.then(accessAgain, accessAgain);
  const remember = rememberer(api, desk, healthAgain);
  return (
    <Asking asked={settings} what={ui.reader.what.settings} again={() => void readAgain()}>
      {(now) => (
        <>
          <Asking asked={access} what={ui.reader.what.sites} again={() => void accessAgain()}>
            {(sites) => <Reading access={sites} settings={now} desk={desk} change={change} onAccess={onAccess} />}
          </Asking>
          <Marks settings={now} change={change} />
          <Language chosen={now.language} choose={(language) => change({ language })} />
          <Keys desk={desk} />
          <Asking asked={health} what={ui.reader.what.kept} again={() => void healthAgain()}>
            {({ kept }) => (
              <Kept
                kept={kept}
                settings={now}
                change={change}
                erase={(scope) => api.erase(scope).finally(healthAgain)}
                remember={remember}
              />
            )}
          </Asking>
        </>
      )}
    </Asking>
  );
}

/** What is to be erased is kept in the memory of this page, and nowhere else. */
function rememberer(api: ReaderApi, { files }: OptionsDesk, then: () => Promise<void>) {
  return async (scope: Parameters<ReaderApi['erase']>[0]) => {
    const records = await files.erasable(scope);
    if (records.length === 0) return undefined;
    return async () => {
      await files.putBack(records);
      await tellTookIn(api);
      await then();
    };
  };
}

/** The sections come after the answers, too late for the browser to scroll to `#…` (or to the form to add) by itself. */
function useOpenedAt(add: string, feed: string): void {
  useEffect(() => {
    const id = add !== '' ? 'my-list' : feed !== '' ? 'add-feed' : location.hash.slice(1);
    if (id === '') return undefined;
    const timer = setTimeout(() => {
      const target = document.getElementById(id);
      if (target instanceof HTMLDetailsElement) target.open = true;
      target?.scrollIntoView();
      if (add !== '' || feed !== '') target?.querySelector('input')?.focus();
    }, 150);
    return () => clearTimeout(timer);
  }, [add, feed]);
}
