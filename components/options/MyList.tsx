import { useState } from 'preact/hooks';
import { KINDS, type Kind } from '../../core/profile.ts';
import type { OwnEntity } from '../../platform/messages.ts';
import { messageOf } from '../asked.ts';
import { Name } from '../Name.tsx';
import { capitalised, date, isolated, kindName } from '../words.ts';
import { Section } from './Section.tsx';

export interface MyListProps {
  readonly own: readonly OwnEntity[];
  /** Name to begin with, from the context menu. */
  readonly start: string;
  readonly add: (entity: Omit<OwnEntity, 'id' | 'added'>) => Promise<OwnEntity>;
  readonly remove: (entity: OwnEntity) => void;
}

/** What the reader added: marked like everything else, on this machine only. */
export function MyList(props: MyListProps) {
  return (
    <Section id="my-list" title="My list">
      <p>Names of your own are marked on pages like all others. They stay on this machine.</p>
      <AddForm {...props} />
      {props.own.length === 0 ? <p class="muted">Nothing added yet.</p> : undefined}
      <ul class="lines">
        {props.own.map((entity) => (
          <li key={entity.id}>
            <span>
              <Name name={entity.name} kind={entity.kind} />{' '}
              <span class="muted">
                {kindName(entity.kind)}, added {date(entity.added)}
              </span>
              {entity.aliases.length === 0 ? undefined : (
                <span class="block" dir="auto">
                  {entity.aliases.join(', ')}
                </span>
              )}
              {entity.note === undefined ? undefined : (
                <span class="block muted" dir="auto">
                  {entity.note}
                </span>
              )}
            </span>
            <button type="button" class="button" aria-label={`Remove ${entity.name}`} onClick={() => props.remove(entity)}>
              Remove
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const EMPTY = { name: '', kind: 'company' as Kind, aliases: '', note: '' };

/** Other names, one a line or parted by commas or semicolons; each once, the name itself left out. */
export function aliasesFrom(text: string, name: string): readonly string[] {
  const parts = text.split(/[\n,;]/u).map((part) => part.trim());
  return [...new Set(parts)].filter((part) => part !== '' && part !== name.trim());
}

function AddForm({ start, add }: MyListProps) {
  const [draft, setDraft] = useState({ ...EMPTY, name: start });
  const [told, setTold] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    const done = await added(add(entityFrom(draft)));
    if (done.well) setDraft(EMPTY);
    setTold(done.words);
  };
  return (
    <form class="add" aria-label="Add to my list" onSubmit={(event) => void submit(event)}>
      <Line label="Name" required value={draft.name} set={(name) => setDraft({ ...draft, name })} />
      <KindField kind={draft.kind} choose={(kind) => setDraft({ ...draft, kind })} />
      <label class="labelled">
        Other names, one a line
        <textarea
          class="field"
          rows={2}
          dir="auto"
          value={draft.aliases}
          onInput={(event) => setDraft({ ...draft, aliases: event.currentTarget.value })}
        />
      </label>
      <Line label="Note" required={false} value={draft.note} set={(note) => setDraft({ ...draft, note })} />
      <button type="submit" class="button primary" disabled={draft.name.trim() === ''}>
        Add
      </button>
      <p role="status">{told}</p>
    </form>
  );
}

function Line(props: { readonly label: string; readonly required: boolean; readonly value: string; readonly set: (text: string) => void }) {
  return (
    <label class="labelled">
      {props.label}
      <input
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

function entityFrom(draft: typeof EMPTY): Omit<OwnEntity, 'id' | 'added'> {
  const name = draft.name.trim();
  const note = draft.note.trim();
  return { name, kind: draft.kind, aliases: aliasesFrom(draft.aliases, name), ...(note === '' ? {} : { note }) };
}

function added(done: Promise<OwnEntity>): Promise<{ readonly well: boolean; readonly words: string }> {
  return done.then(
    (entity) => ({ well: true, words: `${isolated(entity.name)} is on your list.` }),
    (error: unknown) => ({ well: false, words: `Could not be added: ${messageOf(error)}` }),
  );
}

function KindField({ kind, choose }: { readonly kind: Kind; readonly choose: (kind: Kind) => void }) {
  return (
    <label class="labelled">
      Kind
      <select class="field" value={kind} onChange={(event) => choose(event.currentTarget.value as Kind)}>
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {capitalised(kindName(one))}
          </option>
        ))}
      </select>
    </label>
  );
}
