import { useState } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import type { ListTag } from '../../platform/messages.ts';
import { messageOf, useAsked } from '../asked.ts';
import { Dotted } from '../Origin.tsx';
import type { MineProps } from './Mine.tsx';

export function ListChip({ list }: { readonly list: Omit<ListTag, 'id'> }) {
  return <Dotted colour={list.colour} words={list.name} />;
}

/** Nothing, for most. */
export function ListChips({ lists = [] }: { readonly lists?: readonly ListTag[] | undefined }) {
  if (lists.length === 0) return null;
  return (
    <ul class="chips" aria-label={ui.annotations.lists}>
      {lists.map((list) => (
        <li key={list.id}>
          <ListChip list={list} />
        </li>
      ))}
    </ul>
  );
}

/** On which lists it is: a box for each, and a field for a new one. */
export function MyLists({ api, id, row, lists, changed }: MineProps) {
  const [name, setName] = useState('');
  const [trouble, setTrouble] = useState('');
  const on = new Set(row?.lists);
  const run = async (deed: () => Promise<unknown>) => {
    setTrouble('');
    await deed().catch((error: unknown) => setTrouble(ui.annotations.notSaved(messageOf(error))));
    changed();
  };
  const make = async () => {
    const list = await api.keepList({ name, colour: COLOURS[lists.length % COLOURS.length] ?? 'blue' });
    await api.putOnList({ id, list: list.id, on: true });
    setName('');
  };
  return (
    <form
      class="my-lists"
      aria-label={ui.annotations.lists}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void run(make);
      }}
    >
      {lists.map((list) => (
        <label key={list.id} class="choice">
          <input
            type="checkbox"
            checked={on.has(list.id)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              void run(() => api.putOnList({ id, list: list.id, on: checked }));
            }}
          />
          <ListChip list={list} />
        </label>
      ))}
      <div class="field-and-button">
        <label class="labelled">
          {ui.annotations.newList}
          <input
            class="field"
            type="text"
            list={undefined}
            dir="auto"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" disabled={name.trim() === ''}>
          {ui.annotations.makeList}
        </button>
      </div>
      <p role="status">{trouble}</p>
    </form>
  );
}

/** The colours of new lists, in turn. */
const COLOURS = ['blue', 'green', 'amber', 'red', 'violet'] as const;

/** All lists of the reader's; empty while they are not known. */
export function useLists(api: MineProps['api']): readonly [readonly ListTag[], () => void] {
  const [asked, again] = useAsked(() => api.lists(), 'lists');
  return [asked.state === 'ready' ? asked.value : [], () => void again()];
}
