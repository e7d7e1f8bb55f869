import { useEffect, useRef } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import type { EntityInBrief } from '../../platform/messages.ts';
import { Asking } from '../Asking.tsx';
import type { Asked, ReaderApi } from '../api.ts';
import { useAsked } from '../asked.ts';
import { Lists, type Noted } from './Lists.tsx';
import { MyList } from './MyList.tsx';
import { Notes, removeNotes, restoreNotes } from './Notes.tsx';
import { Verdicts } from './Verdicts.tsx';

/** What is the reader's own, and may be changed in another window at the same time. */
export interface MineDesk {
  /** Calls back when this or another window changed what the reader wrote; answers how to stop. */
  readonly onTouched: (changed: () => void) => () => void;
  /** Asks the browser whether notices may be shown. Only works straight from a click: nothing may be awaited before it. */
  readonly askToNotify: () => Promise<boolean>;
}

interface MineProps {
  readonly api: ReaderApi;
  readonly desk: MineDesk;
  /** Name to add, from the context menu. */
  readonly add: string;
}

/** Own names, lists, notes, verdicts: asks, and asks again when they were changed, here or elsewhere. */
export function Mine({ api, desk, add }: MineProps) {
  const [own, ownAgain] = useAsked(() => api.own(), 'own');
  const [noted, notedAgain] = useAsked(() => readNoted(api), 'noted');
  const [verdicts, verdictsAgain] = useAsked(() => readVerdicts(api), 'verdicts');
  const briefs = useBriefs(api, noted);
  const allAgain = () => void Promise.all([ownAgain(), notedAgain(), verdictsAgain()]);
  useEffect(() => desk.onTouched(allAgain), [desk, ownAgain, notedAgain, verdictsAgain]);
  return (
    <>
      <Asking asked={own} what={ui.reader.what.own} again={() => void ownAgain()}>
        {(entities) => (
          <MyList
            own={entities}
            start={add}
            add={(entity) => api.addOwn(entity).finally(ownAgain)}
            remove={({ id }) => api.removeOwn({ id }).finally(ownAgain)}
            keep={(of) => api.keepOwn(of).finally(ownAgain)}
          />
        )}
      </Asking>
      <Asking asked={noted} what={ui.reader.what.notes} again={() => void notedAgain()}>
        {(now) => <ListsAndNotes api={api} desk={desk} noted={{ ...now, briefs }} again={notedAgain} />}
      </Asking>
      <Asking asked={verdicts} what={ui.reader.what.verdicts} again={() => void verdictsAgain()}>
        {({ all, labels }) => (
          <Verdicts
            verdicts={all}
            labels={labels}
            takeBack={(verdict) => api.takeBack(verdict).finally(verdictsAgain)}
            judge={(verdict) => api.judge(verdict).finally(verdictsAgain)}
          />
        )}
      </Asking>
    </>
  );
}

interface ListsAndNotesProps extends Pick<MineProps, 'api' | 'desk'> {
  readonly noted: Noted;
  readonly again: () => Promise<void>;
}

function ListsAndNotes({ api, desk, noted, again }: ListsAndNotesProps) {
  return (
    <>
      <Lists
        noted={noted}
        keep={(list) => api.keepList(list).finally(again)}
        remove={(id) => api.removeList({ id }).finally(again)}
        restore={(removed) => api.restoreList(removed).finally(again)}
        askToNotify={desk.askToNotify}
      />
      <Notes
        noted={noted}
        remove={(row) => removeNotes(api, row).finally(again)}
        restore={(row) => restoreNotes(api, row).finally(again)}
      />
    </>
  );
}

async function readNoted(api: ReaderApi): Promise<Omit<Noted, 'briefs'>> {
  const [lists, annotations] = await Promise.all([api.lists(), api.annotations()]);
  return { lists, annotations };
}

/** Names for ids. Those that were known stay while others are asked for: after a correction the background takes a while to answer. */
function useBriefs(api: ReaderApi, noted: Asked<Omit<Noted, 'briefs'>>): Noted['briefs'] {
  const rows = noted.state === 'ready' ? noted.value.annotations : [];
  const ids = rows.map(({ id }) => id);
  const key = rows.map(({ id, changed }) => `${id} ${changed}`).join('\n');
  const [asked] = useAsked(() => (ids.length === 0 ? Promise.resolve([]) : api.briefs({ ids })), key);
  const known = useRef<ReadonlyMap<string, EntityInBrief>>(new Map());
  if (asked.state === 'ready') known.current = new Map([...known.current, ...asked.value.map((brief) => [brief.id, brief] as const)]);
  return known.current;
}

/** Verdicts know ids; the reader knows names. */
async function readVerdicts(api: ReaderApi) {
  const all = await api.verdicts();
  const ids = [...new Set(all.map((verdict) => verdict.entity))];
  const views = await Promise.all(ids.map((id) => api.profile({ id }).catch(() => undefined)));
  const labels = Object.fromEntries(views.flatMap((view) => (view === undefined ? [] : [[view.profile.id, view.profile.name]])));
  return { all, labels: labels as Readonly<Record<string, string>> };
}
