import { useEffect, useRef, useState } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import type { AnnotationRow } from '../../platform/log-rows.ts';
import { Markdown } from './Markdown.tsx';
import { Meanwhile } from './Meanwhile.tsx';
import type { MineProps } from './Mine.tsx';
import { useWriting } from './written.ts';

/** The reader's note, written in place. */
export function MyNote({ api, id, row, changed, removed, close }: MineProps & { readonly close: () => void }) {
  const [was, setWas] = useState(row?.note ?? '');
  const [draft, setDraft] = useState(was);
  const field = useRef<HTMLTextAreaElement>(null);
  const { outcome, write, settle } = useWriting();
  useEffect(() => field.current?.focus(), []);
  const save = (before: string, now: string) =>
    void write(api.writeNote({ id, was: before, now }), () => {
      if (now.trim() === '' && before !== '')
        removed({ words: ui.annotations.noteRemoved, back: () => api.writeNote({ id, was: '', now: before }) });
      changed();
      close();
    });
  const theirs = outcome.state === 'changed-meanwhile' ? (outcome.now?.note ?? '') : undefined;
  const take = (note: string) => {
    settle();
    setWas(note);
    setDraft(note);
  };
  return (
    <form
      class="my-note"
      onSubmit={(event) => {
        event.preventDefault();
        save(was, draft);
      }}
    >
      <label class="labelled">
        {ui.annotations.note}
        <textarea ref={field} class="field" rows={6} dir="auto" value={draft} onInput={(event) => setDraft(event.currentTarget.value)} />
      </label>
      <p class="muted">{ui.annotations.noteHint}</p>
      {theirs === undefined ? undefined : (
        <Meanwhile gone={theirs === ''} keepMine={() => save(theirs, draft)} takeTheirs={() => take(theirs)}>
          <Markdown text={theirs} />
        </Meanwhile>
      )}
      {outcome.state === 'failed' ? <p role="alert">{outcome.words}</p> : undefined}
      <div class="buttons">
        <button type="submit" class="button primary" data-act="save-note">
          {ui.annotations.save}
        </button>
        <button type="button" class="button" onClick={close}>
          {ui.annotations.cancel}
        </button>
      </div>
    </form>
  );
}

/** The note as it is read. */
export function NoteShown({ row }: { readonly row: AnnotationRow | undefined }) {
  return row?.note === undefined ? null : <Markdown text={row.note} />;
}
