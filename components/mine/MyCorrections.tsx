import { useState } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import type { Overlay } from '../../platform/log-rows.ts';
import type { ProfileView } from '../../platform/messages.ts';
import { aliasesFrom, aliasLines } from '../aliases.ts';
import { Meanwhile } from './Meanwhile.tsx';
import type { MineProps } from './Mine.tsx';
import { useWriting } from './written.ts';

const FIELDS = ['name', 'line', 'country', 'website'] as const;
type Draft = Readonly<Record<(typeof FIELDS)[number] | 'aliases', string>>;

function draftOf(overlay: Overlay): Draft {
  const { name = '', line = '', country = '', website = '', aliases = [] } = overlay;
  return { name, line, country, website, aliases: aliasLines(aliases) };
}

/** What is empty corrects nothing. */
export function overlayFrom({ aliases: lines, ...draft }: Draft): Overlay {
  const said = Object.fromEntries(FIELDS.map((field) => [field, draft[field].trim()]).filter(([, text]) => text !== ''));
  const aliases = aliasesFrom(lines, '');
  return { ...said, ...(aliases.length === 0 ? {} : { aliases }) };
}

/** A form over a published profile: what the reader writes stands in the place of what the publisher says, which is shown beside it. */
export function MyCorrections({
  api,
  id,
  row,
  view,
  changed,
  removed,
  close,
}: MineProps & { readonly view: ProfileView; readonly close: () => void }) {
  const [was, setWas] = useState<Overlay>(row?.overlay ?? {});
  const [draft, setDraft] = useState(() => draftOf(was));
  const { outcome, write, settle } = useWriting();
  const theirs = outcome.state === 'changed-meanwhile' ? (outcome.now?.overlay ?? {}) : undefined;
  const take = (overlay: Overlay) => {
    settle();
    setWas(overlay);
    setDraft(draftOf(overlay));
  };
  const save = (before: Overlay, now: Overlay) =>
    void write(api.correct({ id, was: before, now }), () => {
      if (Object.keys(now).length === 0 && Object.keys(before).length > 0)
        removed({ words: ui.annotations.correctionsRemoved, back: () => api.correct({ id, was: {}, now: before }) });
      changed();
      close();
    });
  const set = (field: keyof Draft) => (text: string) => setDraft({ ...draft, [field]: text });
  return (
    <form
      class="my-corrections"
      aria-label={ui.annotations.correct}
      onSubmit={(event) => {
        event.preventDefault();
        save(was, overlayFrom(draft));
      }}
    >
      <p class="muted">{ui.annotations.correctionsNote}</p>
      {FIELDS.map((field) => (
        <label key={field} class="labelled">
          {ui.annotations.fields[field]}
          <input
            class="field"
            type="text"
            list={undefined}
            dir="auto"
            placeholder={publisherSays(view, field)}
            value={draft[field]}
            onInput={(event) => set(field)(event.currentTarget.value)}
          />
        </label>
      ))}
      <label class="labelled">
        {ui.annotations.fields.aliases}
        <textarea class="field" rows={2} dir="auto" value={draft.aliases} onInput={(event) => set('aliases')(event.currentTarget.value)} />
      </label>
      {theirs === undefined ? undefined : (
        <Meanwhile
          gone={Object.keys(theirs).length === 0}
          keepMine={() => save(theirs, overlayFrom(draft))}
          takeTheirs={() => take(theirs)}
        >
          <Typed overlay={theirs} />
        </Meanwhile>
      )}
      {outcome.state === 'failed' ? <p role="alert">{outcome.words}</p> : undefined}
      <div class="buttons">
        <button type="submit" class="button primary" data-act="save-corrections">
          {ui.annotations.save}
        </button>
        <button type="button" class="button" onClick={close}>
          {ui.annotations.cancel}
        </button>
        {row?.overlay === undefined ? undefined : (
          <button type="button" class="button" onClick={() => save(was, {})}>
            {ui.annotations.takeBackAll}
          </button>
        )}
      </div>
    </form>
  );
}

/** As it would be typed. */
function Typed({ overlay }: { readonly overlay: Overlay }) {
  const lines = Object.values(draftOf(overlay)).filter((text) => text !== '');
  return (
    <>
      {lines.map((text) => (
        <p key={text} dir="auto" class="verbatim">
          {text}
        </p>
      ))}
    </>
  );
}

/** What stands in the pack: in the field of what is corrected, and of what is not. */
function publisherSays({ profile, line, published = {}, mine }: ProfileView, field: (typeof FIELDS)[number]): string {
  if (mine?.overlay?.[field] !== undefined) return published[field] ?? '';
  if (field === 'name') return profile.name;
  if (field === 'country') return profile.country ?? '';
  if (field === 'line') return line;
  return profile.facts.find(({ key }) => key === 'website')?.value ?? '';
}

/** What was corrected, with what the publisher says instead. */
export function CorrectionsShown({ view }: { readonly view: ProfileView }) {
  const overlay = view.mine?.overlay;
  if (overlay === undefined) return null;
  const corrected = FIELDS.filter((field) => overlay[field] !== undefined);
  return (
    <dl class="facts corrections">
      {corrected.map((field) => (
        <div key={field}>
          <dt>{ui.annotations.fields[field]}</dt>
          <dd>
            <span dir="auto">{overlay[field]}</span>
            <span class="muted block">{ui.annotations.publisherSays(view.published?.[field] ?? ui.annotations.nothing)}</span>
          </dd>
        </div>
      ))}
      {overlay.aliases === undefined ? undefined : (
        <div>
          <dt>{ui.annotations.alsoCalled}</dt>
          <dd dir="auto">{aliasLines(overlay.aliases).replaceAll('\n', ', ')}</dd>
        </div>
      )}
    </dl>
  );
}
