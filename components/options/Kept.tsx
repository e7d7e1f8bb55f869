import { useState } from 'preact/hooks';
import type { EraseScope, Health } from '../../platform/messages.ts';
import type { Settings } from '../../platform/settings.ts';
import { messageOf } from '../asked.ts';
import { safeHref } from '../links.ts';
import { Switch } from '../Switch.tsx';
import { articles, bytes, count, date } from '../words.ts';
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
    <Section id="kept" title="What is kept">
      <p>{keptSentence(kept)} It is kept in this browser, on this machine, and sent nowhere.</p>
      <Switch
        label="Keep a log of articles"
        note="Which article named whom, and in which sentence. Private windows are never kept."
        on={settings.recording}
        change={(recording) => change({ recording })}
      />
      <Choices
        name="retention"
        legend="Erase an article that was not opened again"
        chosen={settings.retentionDays}
        choose={(retentionDays) => change({ retentionDays })}
        choices={[
          { value: 30, label: 'after 30 days' },
          { value: 90, label: 'after 90 days' },
          { value: 365, label: 'after a year' },
          { value: 0, label: 'never' },
          ...([0, 30, 90, 365].includes(settings.retentionDays)
            ? []
            : [{ value: settings.retentionDays, label: `after ${settings.retentionDays} days` }]),
        ]}
      />
      <Erase kept={kept} erase={props.erase} />
    </Section>
  );
}

function keptSentence(kept: Health['kept']): string {
  if (kept.articles === 0) return 'Nothing is kept yet.';
  const oldest = kept.oldest === undefined ? '' : `, the oldest from ${date(kept.oldest)}`;
  const size = kept.bytes === undefined ? '' : `, ${bytes(kept.bytes)} in all`;
  return `${articles(kept.articles)} with ${count(kept.sightings, 'sighting', 'sightings')} and ${count(kept.pairs, 'pair', 'pairs')}${oldest}${size}.`;
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
      <EraseChoice all={articles(kept.articles)} what={what} choose={(value) => choose(value, fields)} />
      <Fields what={what} fields={fields} set={(change) => choose(what, { ...fields, ...change })} />
      {sure && scope !== undefined ? (
        <Confirm scope={scope} articlesNow={kept.articles} yes={() => void doIt(scope)} no={() => setSure(false)} />
      ) : (
        <button type="submit" class="button" disabled={scope === undefined}>
          Erase …
        </button>
      )}
      <p role="status">{told}</p>
    </form>
  );
}

function EraseChoice({ all, what, choose }: { readonly all: string; readonly what: What; readonly choose: (what: What) => void }) {
  return (
    <Choices
      name="erase"
      legend="Erase from the log"
      chosen={what}
      choose={choose}
      choices={[
        { value: 'page', label: 'one page' },
        { value: 'site', label: 'one site' },
        { value: 'span', label: 'a span of time' },
        { value: 'all', label: `everything (${all})` },
      ]}
    />
  );
}

function erased(done: Promise<number>): Promise<string> {
  return done.then(
    (gone) => (gone === 0 ? 'There was nothing to erase.' : `${articles(gone)} erased.`),
    (error: unknown) => `Nothing could be erased: ${messageOf(error)}`,
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
  if (what === 'page') return field('url', 'Address of the page', 'url');
  if (what === 'site') return field('host', 'Site, for example example.org', 'text');
  if (what === 'all') return null;
  return (
    <div class="pair-of-fields">
      {field('from', 'First day', 'date')}
      {field('to', 'Last day', 'date')}
    </div>
  );
}

function Confirm(props: { readonly scope: EraseScope; readonly articlesNow: number; readonly yes: () => void; readonly no: () => void }) {
  return (
    <div class="confirm">
      <p role="alert">{confirmWords(props.scope, props.articlesNow)} This cannot be taken back.</p>
      <div class="buttons">
        <button type="button" class="button primary" onClick={props.yes}>
          Erase
        </button>
        <button type="button" class="button" onClick={props.no}>
          Keep
        </button>
      </div>
    </div>
  );
}

function confirmWords(scope: EraseScope, articlesNow: number): string {
  switch (scope.what) {
    case 'page':
      return `Erase the article at ${scope.url}, with its sentences and pairs?`;
    case 'site':
      return `Erase all articles from ${scope.host} and the sites below it?`;
    case 'span':
      return `Erase all articles read from ${date(scope.from)} to ${date(scope.to)}?`;
    case 'all':
      return `Erase ${articlesNow === 1 ? 'the one article' : `all ${articles(articlesNow)}`}?`;
  }
}
