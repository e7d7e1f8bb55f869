import { useState } from 'preact/hooks';
import { date } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { EraseScope, Health } from '../../platform/messages.ts';
import { messageOf } from '../asked.ts';
import { safeHref } from '../links.ts';
import { Choices } from './Section.tsx';
import { NOTHING_TOLD, type Told, Undo, useTold } from './Undo.tsx';

export interface EraseProps {
  readonly kept: Health['kept'];
  readonly erase: (scope: EraseScope) => Promise<number>;
  /** Reads what would go into this page's memory; answers how it is put back, if there is anything. */
  readonly remember: (scope: EraseScope) => Promise<Told['undo']>;
}

type What = EraseScope['what'];

const NOTHING: EraseFields = { url: '', host: '', from: '', to: '' };

/** Chooses, then asks once more in place, then tells how many articles went and can put them back. */
export function Erase({ kept, erase, remember }: EraseProps) {
  const [what, setWhat] = useState<What>('page');
  const [fields, setFields] = useState(NOTHING);
  const [sure, setSure] = useState<Sure>({ asked: false });
  const { told, tell } = useTold();
  const scope = scopeOf(what, fields);
  const choose = (value: What, typed: EraseFields) => {
    setWhat(value);
    setFields(typed);
    setSure({ asked: false });
    tell(NOTHING_TOLD);
  };
  const ask = (event: Event) => {
    event.preventDefault();
    tell(NOTHING_TOLD);
    setSure({ asked: scope !== undefined });
  };
  const doIt = async (chosen: EraseScope) => {
    const memory = sure.forGood === undefined ? await remembered(remember(chosen)) : {};
    // What cannot be read cannot be put back: that is said, and the reader decides once more.
    if (memory.trouble !== undefined) return setSure({ asked: true, forGood: memory.trouble });
    setSure({ asked: false });
    tell(await erased(erase(chosen), memory.undo));
  };
  return (
    <form class="erase" onSubmit={ask}>
      <EraseChoice all={kept.articles} what={what} choose={(value) => choose(value, fields)} />
      <Fields what={what} fields={fields} set={(change) => choose(what, { ...fields, ...change })} />
      {sure.asked && scope !== undefined ? (
        <Confirm words={questionOf(scope, kept, sure)} yes={() => void doIt(scope)} no={() => setSure({ asked: false })} />
      ) : (
        <button type="submit" class="button" disabled={scope === undefined}>
          {ui.options.askErase}
        </button>
      )}
      <Undo told={told} tell={tell} />
    </form>
  );
}

/** `forGood`: why it could not be undone. */
interface Sure {
  readonly asked: boolean;
  readonly forGood?: string;
}

function questionOf(scope: EraseScope, kept: Health['kept'], { forGood }: Sure): string {
  return `${confirmWords(scope, kept.articles)} ${forGood === undefined ? ui.options.forGood : ui.options.cannotUndo(forGood)}`;
}

interface Memory {
  readonly undo?: Told['undo'];
  readonly trouble?: string;
}

function remembered(reading: ReturnType<EraseProps['remember']>): Promise<Memory> {
  return reading.then(
    (undo) => ({ undo }),
    (error: unknown) => ({ trouble: messageOf(error) }),
  );
}

function erased(done: Promise<number>, undo: Told['undo']): Promise<Told> {
  return done.then(
    (gone) => {
      if (undo !== undefined) return { words: `${ui.options.erased(gone)} ${ui.options.canUndo}`, undo };
      return { words: gone === 0 ? ui.options.nothingToErase : ui.options.erased(gone) };
    },
    (error: unknown) => ({ words: ui.options.notErased(messageOf(error)), bad: true as const }),
  );
}

function EraseChoice({ all, what, choose }: { readonly all: number; readonly what: What; readonly choose: (what: What) => void }) {
  return (
    <Choices
      name="erase"
      legend={ui.options.eraseFrom}
      chosen={what}
      choose={choose}
      choices={[
        { value: 'page', label: ui.options.onePage },
        { value: 'site', label: ui.options.oneSite },
        { value: 'span', label: ui.options.aSpan },
        { value: 'all', label: ui.options.everything(all) },
      ]}
    />
  );
}

interface EraseFields {
  readonly url: string;
  readonly host: string;
  readonly from: string;
  readonly to: string;
}

/** What would be erased; undefined while the fields do not say it. */
export function scopeOf(what: What, fields: EraseFields): EraseScope | undefined {
  switch (what) {
    case 'page': {
      const url = safeHref(fields.url.trim());
      return url === undefined ? undefined : { what, url };
    }
    case 'site': {
      const typed = fields.host.trim();
      const href = safeHref(typed.includes('://') ? typed : `https://${typed}`);
      return typed === '' || href === undefined ? undefined : { what, host: new URL(href).hostname };
    }
    case 'span':
      return fields.from === '' || fields.to === '' || fields.from > fields.to ? undefined : { what, from: fields.from, to: fields.to };
    case 'all':
      return { what };
  }
}

function Fields({
  what,
  fields,
  set,
}: {
  readonly what: What;
  readonly fields: EraseFields;
  readonly set: (change: Partial<EraseFields>) => void;
}) {
  const field = (key: keyof EraseFields, label: string, type: 'url' | 'text' | 'date') => (
    <label class="labelled">
      {label}
      <input
        class="field"
        type={type}
        list={undefined}
        value={fields[key]}
        onInput={(event) => set({ [key]: event.currentTarget.value })}
      />
    </label>
  );
  if (what === 'page') return field('url', ui.options.addressOfPage, 'url');
  if (what === 'site') return field('host', ui.options.siteField, 'text');
  if (what === 'all') return null;
  return (
    <div class="pair-of-fields">
      {field('from', ui.options.firstDay, 'date')}
      {field('to', ui.options.lastDay, 'date')}
    </div>
  );
}

function Confirm({ words, yes, no }: { readonly words: string; readonly yes: () => void; readonly no: () => void }) {
  return (
    <div class="confirm">
      <p role="alert">{words}</p>
      <div class="buttons">
        <button type="button" class="button primary" onClick={yes}>
          {ui.options.erase}
        </button>
        <button type="button" class="button" onClick={no}>
          {ui.options.keep}
        </button>
      </div>
    </div>
  );
}

function confirmWords(scope: EraseScope, articlesNow: number): string {
  switch (scope.what) {
    case 'page':
      return ui.options.erasePage(scope.url);
    case 'site':
      return ui.options.eraseSite(scope.host);
    case 'span':
      return ui.options.eraseSpan(date(scope.from, true), date(scope.to, true));
    case 'all':
      return ui.options.eraseAll(articlesNow);
  }
}
