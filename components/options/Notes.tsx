import type { EntityId } from '../../core/profile.ts';
import { ui } from '../../locales/ui.ts';
import type { AnnotationRow } from '../../platform/log-rows.ts';
import type { EntityInBrief, Written } from '../../platform/messages.ts';
import type { ReaderApi } from '../api.ts';
import { START, writePlace } from '../explorer/place.ts';
import { ListChip } from '../mine/MyLists.tsx';
import { Name } from '../Name.tsx';
import type { Noted } from './Lists.tsx';
import { Section } from './Section.tsx';
import { Undo, useTold } from './Undo.tsx';

export interface NotesProps {
  readonly noted: Noted;
  /** Each answers when the notes are as they are then. */
  readonly remove: (row: AnnotationRow) => Promise<unknown>;
  readonly restore: (row: AnnotationRow) => Promise<unknown>;
}

/** All that the reader wrote of names, each with its place in the explorer. */
export function Notes({ noted, remove, restore }: NotesProps) {
  const { told, tell, act } = useTold();
  const { annotations, briefs } = noted;
  const removeOne = (row: AnnotationRow) =>
    act(
      () => remove(row),
      { words: ui.mine.notesRemoved(nameOf(row.id, briefs.get(row.id))), undo: () => restore(row) },
      ui.options.notRemoved,
    );
  return (
    <Section id="notes" title={ui.mine.notes}>
      <p>{annotations.length === 0 ? ui.mine.noNotes : ui.mine.notesNote}</p>
      <ul class="lines">
        {annotations.map((row) => (
          <li key={row.id}>
            <Note row={row} noted={noted} />
            <button
              type="button"
              class="button"
              aria-label={ui.options.removeOne(nameOf(row.id, briefs.get(row.id)))}
              onClick={() => void removeOne(row)}
            >
              {ui.options.remove}
            </button>
          </li>
        ))}
      </ul>
      <Undo told={told} tell={tell} />
    </Section>
  );
}

function Note({ row, noted }: { readonly row: AnnotationRow; readonly noted: Noted }) {
  const [first] = (row.note ?? '').split('\n').filter((line) => line.trim() !== '');
  const lists = noted.lists.filter(({ id }) => row.lists?.includes(id));
  return (
    <span>
      <ProfileLink id={row.id} brief={noted.briefs.get(row.id)} />
      {row.overlay === undefined ? undefined : <span class="muted"> · {ui.mine.corrected}</span>}
      {first === undefined ? undefined : (
        <span class="block one-line" dir="auto">
          {first}
        </span>
      )}
      {lists.length === 0 ? undefined : (
        <span class="block on-lists">
          {lists.map(({ id, name, colour }) => (
            <ListChip key={id} list={{ name, colour }} />
          ))}
        </span>
      )}
    </span>
  );
}

/** Who is in no pack any more is known by the id alone. */
export function nameOf(id: EntityId, brief: EntityInBrief | undefined): string {
  return brief?.name ?? id;
}

export function ProfileLink({ id, brief }: { readonly id: EntityId; readonly brief: EntityInBrief | undefined }) {
  const known = brief !== undefined && brief.name !== id;
  return (
    <a class="plain-name" href={`/explorer.html${writePlace({ ...START, view: 'entity', ids: [id] })}`} target="_blank" rel="noopener">
      {known ? <Name name={brief.name} kind={brief.kind} /> : <bdi>{id}</bdi>}
    </a>
  );
}

type Notebook = Pick<ReaderApi, 'writeNote' | 'correct' | 'putOnList'>;

/** Takes all of it away, or, if another window has written meanwhile, nothing: then the reader is told. */
export async function removeNotes(api: Notebook, { id, note, overlay, lists = [] }: AnnotationRow): Promise<void> {
  if (note !== undefined) held(await api.writeNote({ id, was: note, now: '' }));
  if (overlay !== undefined) {
    const { state } = await api.correct({ id, was: overlay, now: {} });
    if (state !== 'kept' && note !== undefined) await api.writeNote({ id, was: '', now: note });
    held({ state });
  }
  for (const list of lists) await api.putOnList({ id, list, on: false });
}

export async function restoreNotes(api: Notebook, { id, note, overlay, lists = [] }: AnnotationRow): Promise<void> {
  if (note !== undefined) held(await api.writeNote({ id, was: '', now: note }));
  if (overlay !== undefined) held(await api.correct({ id, was: {}, now: overlay }));
  for (const list of lists) await api.putOnList({ id, list, on: true });
}

function held({ state }: Pick<Written, 'state'>): void {
  if (state !== 'kept') throw new Error(ui.mine.notesChanged);
}
