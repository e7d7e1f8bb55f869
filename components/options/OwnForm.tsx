import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { KINDS, type Kind } from '../../core/profile.ts';
import { ui } from '../../locales/ui.ts';
import type { OwnEntity } from '../../platform/log-rows.ts';
import { aliasesFrom, aliasLines } from '../aliases.ts';
import { capitalised, kindName } from '../words.ts';

/** What is typed of an entity of the reader's own. */
export type OwnTyped = Pick<OwnEntity, 'name' | 'kind' | 'aliases' | 'note'>;

const EMPTY = { name: '', kind: 'company' as Kind, aliases: '', note: '' };

interface OwnFormProps {
  readonly label: string;
  readonly start: Partial<OwnTyped>;
  readonly submit: string;
  /** Answers whether the fields are to be empty again. */
  readonly done: (typed: OwnTyped) => Promise<boolean>;
  /** Between the fields and the button. */
  readonly children?: ComponentChildren;
  /** Beside the button. */
  readonly besides?: ComponentChildren;
  /** The form opens in the place of what had the focus. */
  readonly focused?: true;
}

/** The fields of an own name, for a new one and for one that is changed. */
export function OwnForm(props: OwnFormProps) {
  const [draft, setDraft] = useState(() => draftOf(props.start));
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    if (await props.done(typedFrom(draft)).finally(() => setBusy(false))) setDraft(EMPTY);
  };
  const set = (some: Partial<typeof EMPTY>) => setDraft({ ...draft, ...some });
  return (
    <form class="add" aria-label={props.label} onSubmit={(event) => void submit(event)}>
      <Line label={ui.options.name} required focused={props.focused} value={draft.name} set={(name) => set({ name })} />
      <KindField label={ui.options.kind} kind={draft.kind} choose={(kind) => set({ kind })} />
      <Aliases value={draft.aliases} set={(aliases) => set({ aliases })} />
      <Line label={ui.options.note} value={draft.note} set={(note) => set({ note })} />
      {props.children}
      <div class="buttons">
        <button type="submit" class="button primary" disabled={busy || draft.name.trim() === ''}>
          {props.submit}
        </button>
        {props.besides}
      </div>
    </form>
  );
}

function draftOf({ name = '', kind = 'company', aliases = [], note = '' }: Partial<OwnTyped>): typeof EMPTY {
  return { name, kind, aliases: aliasLines(aliases), note };
}

function typedFrom(draft: typeof EMPTY): OwnTyped {
  const name = draft.name.trim();
  const note = draft.note.trim();
  return { name, kind: draft.kind, aliases: aliasesFrom(draft.aliases, name), ...(note === '' ? {} : { note }) };
}

function Aliases({ value, set }: { readonly value: string; readonly set: (text: string) => void }) {
  const hint = useId();
  const lines = value.split('\n').length;
  return (
    <>
      <label class="labelled">
        {ui.options.otherNames}
        <textarea
          class="field"
          rows={Math.min(Math.max(lines, 2), 8)}
          dir="auto"
          aria-describedby={hint}
          value={value}
          onInput={(event) => set(event.currentTarget.value)}
        />
      </label>
      <p id={hint} class="muted hint">
        {ui.mine.aliasHint}
      </p>
    </>
  );
}

export function Line(props: {
  readonly label: string;
  readonly value: string;
  readonly set: (text: string) => void;
  readonly required?: true;
  readonly focused?: true | undefined;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (props.focused) input.current?.focus();
  }, []);
  return (
    <label class="labelled">
      {props.label}
      <input
        ref={input}
        class="field"
        type="text"
        list={undefined}
        required={props.required}
        dir="auto"
        value={props.value}
        onInput={(event) => props.set(event.currentTarget.value)}
      />
    </label>
  );
}

export function KindField(props: { readonly label: string; readonly kind: Kind; readonly choose: (kind: Kind) => void }) {
  return (
    <label class="labelled">
      {props.label}
      <select class="field" value={props.kind} onChange={(event) => props.choose(event.currentTarget.value as Kind)}>
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {capitalised(kindName(one))}
          </option>
        ))}
      </select>
    </label>
  );
}
