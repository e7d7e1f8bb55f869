import { useState } from 'preact/hooks';
import type { EntityId } from '../../core/profile.ts';
import { ui } from '../../locales/ui.ts';
import type { AnnotationRow } from '../../platform/log-rows.ts';
import type { ListTag, ProfileView, Written } from '../../platform/messages.ts';
import type { ReaderApi } from '../api.ts';
import { messageOf } from '../asked.ts';
import { CorrectionsShown, MyCorrections } from './MyCorrections.tsx';
import { ListChips, MyLists, useLists } from './MyLists.tsx';
import { MyNote, NoteShown } from './MyNote.tsx';

export type MineApi = Pick<ReaderApi, 'writeNote' | 'correct' | 'putOnList' | 'lists' | 'keepList'>;

export interface MineProps {
  readonly api: MineApi;
  readonly id: EntityId;
  readonly row: AnnotationRow | undefined;
  readonly lists: readonly ListTag[];
  /** The profile is to be asked for again. */
  readonly changed: () => void;
  /** Something was taken away: it can be brought back until the next thing is. */
  readonly removed: (undo: Undo) => void;
}

export interface Undo {
  readonly words: string;
  readonly back: () => Promise<Written>;
}

type Open = 'note' | 'lists' | 'corrections';

/** What the reader holds of an entity, apart from what is published: lists, a note, corrections. Shown, and written in place. */
export function Mine({ api, view, changed }: { readonly api: MineApi; readonly view: ProfileView; readonly changed: () => void }) {
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const [undo, setUndo] = useState<Undo | undefined>(undefined);
  const [lists, listsAgain] = useLists(api);
  const row = view.mine;
  const id = view.profile.id;
  const props: MineProps = {
    api,
    id,
    row,
    lists,
    changed: () => {
      listsAgain();
      changed();
    },
    removed: setUndo,
  };
  const close = () => setOpen(undefined);
  const toggle = (what: Open, words: string) => (
    <button type="button" class="button" aria-expanded={open === what} onClick={() => setOpen(open === what ? undefined : what)}>
      {words}
    </button>
  );
  return (
    <section class="mine" aria-labelledby="mine">
      <h2 id="mine">{ui.annotations.title}</h2>
      <ListChips lists={lists.filter((list) => row?.lists?.includes(list.id))} />
      {open === 'note' ? undefined : <NoteShown row={row} />}
      {open === 'corrections' ? undefined : <CorrectionsShown view={view} />}
      <div class="buttons">
        {toggle('note', row?.note === undefined ? ui.annotations.writeNote : ui.annotations.editNote)}
        {toggle('lists', ui.annotations.putOnList)}
        {view.origin === 'own' ? (
          <a href="/options.html#my-list">{ui.annotations.editOwn}</a>
        ) : (
          toggle('corrections', ui.annotations.correct)
        )}
      </div>
      {open === 'note' ? <MyNote {...props} close={close} /> : undefined}
      {open === 'lists' ? <MyLists {...props} /> : undefined}
      {open === 'corrections' ? <MyCorrections {...props} view={view} close={close} /> : undefined}
      {undo === undefined ? undefined : <Removed {...undo} changed={props.changed} over={() => setUndo(undefined)} />}
    </section>
  );
}

/** What was taken away is a click from coming back. */
function Removed({ words, back, changed, over }: Undo & { readonly changed: () => void; readonly over: () => void }) {
  const [trouble, setTrouble] = useState('');
  const undo = () =>
    void back().then(
      ({ state }) => {
        if (state === 'kept') over();
        else setTrouble(ui.mine.notesChanged);
        changed();
      },
      (error: unknown) => setTrouble(ui.annotations.notSaved(messageOf(error))),
    );
  return (
    <p role="status">
      {words}{' '}
      <button type="button" class="plain" onClick={undo}>
        {ui.annotations.undo}
      </button>{' '}
      {trouble}
    </p>
  );
}
