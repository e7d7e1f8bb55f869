import { useEffect } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import type { Health } from '../../platform/messages.ts';
import type { Settings } from '../../platform/settings.ts';
import { Asking } from '../Asking.tsx';
import type { Asked, Desk, KeysDesk, ReaderApi, SitesDesk, StorageDesk } from '../api.ts';
import { useAsked } from '../asked.ts';
import { FeedsPlace } from './FeedsPlace.tsx';
import { Kept } from './Kept.tsx';
import { Keys } from './Keys.tsx';
import { Language } from './Language.tsx';
import { Marks } from './Marks.tsx';
import { MyList } from './MyList.tsx';
import { Reading } from './Reading.tsx';
import { State } from './State.tsx';
import type { FeedsDesk } from './use-feeds.ts';
import { Verdicts } from './Verdicts.tsx';

export type OptionsDesk = SitesDesk & FeedsDesk & StorageDesk & KeysDesk & Pick<Desk, 'readSettings' | 'changeSettings' | 'onSettings'>;

interface OptionsProps {
  readonly api: ReaderApi;
  readonly desk: OptionsDesk;
  /** Name to add, from the context menu (`?add=`). */
  readonly add: string;
}

const SUBJECTS = [
  ['reading', 'reading'],
  ['marks', 'marks'],
  ['keys', 'keys'],
  ['language', 'language'],
  ['kept', 'kept'],
  ['my-list', 'myList'],
  ['not-this', 'notThis'],
  ['feeds', 'feeds'],
  ['state', 'state'],
] as const;

/** All options on one page; what is changed holds at once. */
export function Options({ api, desk, add }: OptionsProps) {
  const health = useAsked(() => api.health(), 'health');
  const [state, again] = health;
  useOpenedAt(add);
  return (
    <div class="sheet">
      <header>
        <h1>{ui.options.title}</h1>
        <nav aria-label={ui.options.subjects}>
          {SUBJECTS.map(([id, words]) => (
            <a key={id} href={`#${id}`}>
              {words === 'keys' ? ui.looks.keys : ui.options[words]}
            </a>
          ))}
          <a href="/explorer.html">{ui.explorer.open}</a>
          <a href="/welcome.html">{ui.options.welcome}</a>
          <a href="/welcome.html#privacy">{ui.options.privacy}</a>
        </nav>
      </header>
      <main>
        <Settled api={api} desk={desk} health={health} />
        <Listed api={api} add={add} />
        <FeedsPlace api={api} desk={desk} />
        <Asking asked={state} what={ui.reader.what.state} again={() => void again()}>
          {(now) => <State health={now} desk={desk} />}
        </Asking>
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
            {(state) => <Kept kept={state.kept} settings={now} change={change} erase={(scope) => api.erase(scope).finally(healthAgain)} />}
          </Asking>
        </>
      )}
    </Asking>
  );
}

/** What is a list of the reader's: own names, corrections. */
function Listed({ api, add }: Pick<OptionsProps, 'api' | 'add'>) {
  const [own, ownAgain] = useAsked(() => api.own(), 'own');
  const [verdicts, verdictsAgain] = useAsked(() => readVerdicts(api), 'verdicts');
  return (
    <>
      <Asking asked={own} what={ui.reader.what.own} again={() => void ownAgain()}>
        {(entities) => (
          <MyList
            own={entities}
            start={add}
            add={(entity) => api.addOwn(entity).finally(ownAgain)}
            remove={(entity) => void api.removeOwn({ id: entity.id }).finally(ownAgain)}
          />
        )}
      </Asking>
      <Asking asked={verdicts} what={ui.reader.what.verdicts} again={() => void verdictsAgain()}>
        {({ all, labels }) => (
          <Verdicts verdicts={all} labels={labels} takeBack={(verdict) => void api.takeBack(verdict).finally(verdictsAgain)} />
        )}
      </Asking>
    </>
  );
}

/** Verdicts know ids; the reader knows names. */
async function readVerdicts(api: ReaderApi) {
  const all = await api.verdicts();
  const ids = [...new Set(all.map((verdict) => verdict.entity))];
  const views = await Promise.all(ids.map((id) => api.profile({ id }).catch(() => undefined)));
  const labels = Object.fromEntries(views.flatMap((view) => (view === undefined ? [] : [[view.profile.id, view.profile.name]])));
  return { all, labels: labels as Readonly<Record<string, string>> };
}

/** The sections come after the answers, too late for the browser to scroll to `#…` (or to the form to add) by itself. */
function useOpenedAt(add: string): void {
  useEffect(() => {
    const id = add === '' ? location.hash.slice(1) : 'my-list';
    if (id === '') return undefined;
    const timer = setTimeout(() => {
      const target = document.getElementById(id);
      if (target instanceof HTMLDetailsElement) target.open = true;
      target?.scrollIntoView();
      if (add !== '') target?.querySelector('input')?.focus();
    }, 150);
    return () => clearTimeout(timer);
  }, [add]);
}
