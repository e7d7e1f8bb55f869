import { useState } from 'preact/hooks';
import { date } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { EraseScope, Health } from '../../platform/messages.ts';
import type { Settings } from '../../platform/settings.ts';
import { messageOf } from '../asked.ts';
import { safeHref } from '../links.ts';
import { Switch } from '../Switch.tsx';
import { bytes } from '../words.ts';
import { Choices, Section } from './Section.tsx';

export interface KeptProps {
  readonly kept: Health['kept'];
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
  readonly erase: (scope: EraseScope) => Promise<number>;
}

/** The log: whether it is kept, how long, how much of it there is, and how to be rid of it. */
export function Kept(props: KeptProps) {
  const { kept, settings, change } = props;
  return (
    <Section id="kept" title={ui.options.kept}>
      <p>
        {keptSentence(kept)} {ui.options.keptNote}
      </p>
      <Switch
        label={ui.options.keepLog}
        note={ui.options.keepLogNote}
        on={settings.recording}
        change={(recording) => change({ recording })}
      />
      <Choices
        name="retention"
        legend={ui.options.retention}
        chosen={settings.retentionDays}
        choose={(retentionDays) => change({ retentionDays })}
        choices={[
          { value: 30, label: ui.options.afterDays(30) },
          { value: 90, label: ui.options.afterDays(90) },
          { value: 365, label: ui.options.afterYear },
          { value: 0, label: ui.options.never },
          ...([0, 30, 90, 365].includes(settings.retentionDays)
            ? []
            : [{ value: settings.retentionDays, label: ui.options.afterDays(settings.retentionDays) }]),
        ]}
      />
      <Erase kept={kept} erase={props.erase} />
    </Section>
  );
}

function keptSentence(kept: Health['kept']): string {
  if (kept.articles === 0) return ui.options.nothingKept;
  const oldest = kept.oldest === undefined ? '' : date(kept.oldest, true);
  const size = kept.bytes === undefined ? '' : bytes(kept.bytes);
  return ui.options.keptSentence(kept.articles, kept.sightings, kept.pairs, oldest, size);
}

type What = EraseScope['what'];

const NOTHING: EraseFields = { url: '', host: '', from: '', to: '' };

/** Chooses, then asks once more in place, then tells how many articles went. */
function Erase({ kept, erase }: Pick<KeptProps, 'kept' | 'erase'>) {
  const [what, setWhat] = useState<What>('page');
  const [fields, setFields] = useState(NOTHING);
  const [sure, setSure] = useState(false);
  const [told, setTold] = useState('');
  const scope = scopeOf(what, fields);
  const choose = (value: What, typed: EraseFields) => {
    setWhat(value);
    setFields(typed);
    setSure(false);
    setTold('');
  };
  const ask = (event: Event) => {
    event.preventDefault();
    setSure(scope !== undefined);
  };
  const doIt = async (chosen: EraseScope) => {
    setSure(false);
    setTold(await erased(erase(chosen)));
  };
  return (
    <form class="erase" onSubmit={ask}>
      <EraseChoice all={kept.articles} what={what} choose={(value) => choose(value, fields)} />
      <Fields what={what} fields={fields} set={(change) => choose(what, { ...fields, ...change })} />
      {sure && scope !== undefined ? (
        <Confirm scope={scope} articlesNow={kept.articles} yes={() => void doIt(scope)} no={() => setSure(false)} />
      ) : (
        <button type="submit" class="button" disabled={scope === undefined}>
          {ui.options.askErase}
        </button>
      )}
      <p role="status">{told}</p>
    </form>
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

function erased(done: Promise<number>): Promise<string> {
  return done.then(
    (gone) => (gone === 0 ? ui.options.nothingToErase : ui.options.erased(gone)),
    (error: unknown) => ui.options.notErased(messageOf(error)),
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

function Confirm(props: { readonly scope: EraseScope; readonly articlesNow: number; readonly yes: () => void; readonly no: () => void }) {
  return (
    <div class="confirm">
      <p role="alert">
        {confirmWords(props.scope, props.articlesNow)} {ui.options.forGood}
      </p>
      <div class="buttons">
        <button type="button" class="button primary" onClick={props.yes}>
          {ui.options.erase}
        </button>
        <button type="button" class="button" onClick={props.no}>
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
