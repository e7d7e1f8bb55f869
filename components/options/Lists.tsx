import { useState } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import type { AnnotationRow, ListRow } from '../../platform/log-rows.ts';
import type { DotColour, EntityInBrief, ListChange, RemovedList } from '../../platform/messages.ts';
import { ListChip } from '../mine/MyLists.tsx';
import { Switch } from '../Switch.tsx';
import { DotColours } from './DotColours.tsx';
import { ProfileLink } from './Notes.tsx';
import { Line } from './OwnForm.tsx';
import { Section } from './Section.tsx';
import { type Do, type Told, Undo, useTold } from './Undo.tsx';

/** What the reader wrote of names, with the names that are known. */
export interface Noted {
  readonly lists: readonly ListRow[];
  readonly annotations: readonly AnnotationRow[];
  readonly briefs: ReadonlyMap<string, EntityInBrief>;
}

export interface ListsProps {
  readonly noted: Noted;
  /** Each answers when the lists are as they are then. */
  readonly keep: (list: ListChange) => Promise<unknown>;
  readonly remove: (id: string) => Promise<RemovedList | undefined>;
  readonly restore: (removed: RemovedList) => Promise<unknown>;
  /** Asks the browser. Only works straight from a click. */
  readonly askToNotify: () => Promise<boolean>;
}

/** Lists of the reader's own: what they are called, how they are coloured, whether they are watched, and who is on them. */
export function Lists(props: ListsProps) {
  const { lists } = props.noted;
  const { told, tell, act } = useTold();
  return (
    <Section id="lists" title={ui.mine.lists}>
      <p>{ui.mine.listsNote}</p>
      {lists.length === 0 ? <p class="muted">{ui.mine.noLists}</p> : undefined}
      <ul class="cards">
        {lists.map((list) => (
          <li key={list.id}>
            <List {...props} list={list} act={act} tell={tell} />
          </li>
        ))}
      </ul>
      <NewList {...props} act={act} tell={tell} />
      <Undo told={told} tell={tell} />
    </Section>
  );
}

type Tell = (told: Told) => void;
interface ListProps extends ListsProps {
  readonly list: ListRow;
  readonly act: Do;
  readonly tell: Tell;
}

function List(props: ListProps) {
  const { list, act } = props;
  const change = (some: ListChange) => act(() => props.keep({ id: list.id, ...some }), { words: '' }, ui.mine.notChanged);
  const remove = async () => {
    let removed: RemovedList | undefined;
    const undo = async () => {
      if (removed !== undefined) await props.restore(removed);
    };
    const deed = async () => {
      removed = await props.remove(list.id);
    };
    await act(deed, { words: ui.mine.listRemoved(list.name), undo }, ui.options.notRemoved);
  };
  return (
    <article aria-labelledby={list.id} class="card-rows">
      <div class="feed-head">
        <h3 id={list.id}>
          <ListChip list={list} />
        </h3>
        <button type="button" class="button" aria-label={ui.options.removeOne(list.name)} onClick={() => void remove()}>
          {ui.options.remove}
        </button>
      </div>
      <Members {...props} />
      <Notify on={list.notify === true} askToNotify={props.askToNotify} tell={props.tell} change={(notify) => void change({ notify })} />
      <DotColours name={list.id} chosen={list.colour} choose={(colour) => void change({ colour })} />
      <Rename list={list} change={change} />
    </article>
  );
}

function Members({ list, noted }: ListProps) {
  const members = noted.annotations.filter(({ lists = [] }) => lists.includes(list.id));
  if (members.length === 0) return <p class="muted">{ui.mine.noMembers}</p>;
  return (
    <details>
      <summary>{ui.mine.members(members.length)}</summary>
      <ul class="columns">
        {members.map(({ id }) => (
          <li key={id}>
            <ProfileLink id={id} brief={noted.briefs.get(id)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface NotifyProps extends Pick<ListsProps, 'askToNotify'> {
  readonly on: boolean;
  readonly change: (on: boolean) => void;
  readonly tell: Tell;
}

function Notify({ on, change, askToNotify, tell }: NotifyProps) {
  const press = async (wanted: boolean) => {
    // Straight from the click.
    const granted = !wanted || (await askToNotify());
    if (granted) change(wanted);
    else tell({ words: ui.mine.notifyRefused });
  };
  return <Switch label={ui.mine.notify} note={ui.mine.notifyNote} on={on} change={(wanted) => void press(wanted)} />;
}

function Rename({ list, change }: { readonly list: ListRow; readonly change: (some: ListChange) => Promise<boolean> }) {
  const [name, setName] = useState(list.name);
  const submit = (event: Event) => {
    event.preventDefault();
    void change({ name });
  };
  const same = name.trim() === '' || name.trim() === list.name;
  return (
    <details>
      <summary aria-label={ui.mine.renameOne(list.name)}>{ui.mine.rename}</summary>
      <form class="rename" onSubmit={submit}>
        <Line label={ui.mine.listName} required value={name} set={setName} />
        <button type="submit" class="button" disabled={same}>
          {ui.mine.save}
        </button>
      </form>
    </details>
  );
}

const EMPTY = { name: '', colour: 'grey' as DotColour, notify: false };

function NewList({ keep, askToNotify, act, tell }: ListsProps & { readonly act: Do; readonly tell: Tell }) {
  const [draft, setDraft] = useState(EMPTY);
  const { name, colour } = draft;
  const submit = async (event: Event) => {
    event.preventDefault();
    const list = { ...draft, name: name.trim() };
    if (await act(() => keep(list), { words: ui.mine.listMade(list.name) }, ui.options.notAdded)) setDraft(EMPTY);
  };
  return (
    <form class="add" aria-label={ui.mine.newList} onSubmit={(event) => void submit(event)}>
      <h3>{ui.mine.newList}</h3>
      <Line label={ui.mine.listName} required value={name} set={(typed) => setDraft({ ...draft, name: typed })} />
      <DotColours name="new-list" chosen={colour} choose={(chosen) => setDraft({ ...draft, colour: chosen })} />
      <Notify on={draft.notify} askToNotify={askToNotify} tell={tell} change={(notify) => setDraft({ ...draft, notify })} />
      <button type="submit" class="button primary" disabled={name.trim() === ''}>
        {ui.mine.make}
      </button>
    </form>
  );
}
