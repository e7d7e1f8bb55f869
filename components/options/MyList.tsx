import { useState } from 'preact/hooks';
import { KINDS, type Kind } from '../../core/profile.ts';
import { date } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { OwnEntity } from '../../platform/log-rows.ts';
import { messageOf } from '../asked.ts';
import { Name } from '../Name.tsx';
import { capitalised, kindName } from '../words.ts';
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
    <Section id="my-list" title={ui.options.myList}>
      <p>{ui.options.myListNote}</p>
      <AddForm {...props} />
      {props.own.length === 0 ? <p class="muted">{ui.options.nothingAdded}</p> : undefined}
      <ul class="lines">
        {props.own.map((entity) => (
          <li key={entity.id}>
            <span>
              <Name name={entity.name} kind={entity.kind} />{' '}
              <span class="muted">{ui.options.kindAndAdded(kindName(entity.kind), date(entity.added))}</span>
              {entity.aliases.length === 0 ? undefined : (
                <span class="block" dir="auto">
                  {entity.aliases.map((alias) => (typeof alias === 'string' ? alias : alias.text)).join(', ')}
                </span>
              )}
              {entity.note === undefined ? undefined : (
                <span class="block muted" dir="auto">
                  {entity.note}
                </span>
              )}
            </span>
            <button type="button" class="button" aria-label={ui.options.removeOne(entity.name)} onClick={() => props.remove(entity)}>
              {ui.options.remove}
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
    <form class="add" aria-label={ui.options.addToList} onSubmit={(event) => void submit(event)}>
      <Line label={ui.options.name} required value={draft.name} set={(name) => setDraft({ ...draft, name })} />
      <KindField kind={draft.kind} choose={(kind) => setDraft({ ...draft, kind })} />
      <label class="labelled">
        {ui.options.otherNames}
        <textarea
          class="field"
          rows={2}
          dir="auto"
          value={draft.aliases}
          onInput={(event) => setDraft({ ...draft, aliases: event.currentTarget.value })}
        />
      </label>
      <Line label={ui.options.note} required={false} value={draft.note} set={(note) => setDraft({ ...draft, note })} />
      <button type="submit" class="button primary" disabled={draft.name.trim() === ''}>
        {ui.options.add}
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
    (entity) => ({ well: true, words: ui.options.isOnList(entity.name) }),
    (error: unknown) => ({ well: false, words: ui.options.notAdded(messageOf(error)) }),
  );
}

function KindField({ kind, choose }: { readonly kind: Kind; readonly choose: (kind: Kind) => void }) {
  return (
    <label class="labelled">
      {ui.options.kind}
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
