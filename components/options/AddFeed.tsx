import { useId, useState } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import type { FeedView } from '../../platform/messages.ts';
import { FeedProgressBar } from './FeedProgressBar.tsx';
import { type FeedLink, feedLink, partsOf } from './feed-link.ts';
import { type Progress, useDeed } from './use-feeds.ts';

interface AddFeedProps {
  readonly feeds: readonly FeedView[];
  readonly progress: Progress;
  /** A link to begin with; empty for none. */
  readonly start?: string;
  /** Rejects, in words, if the feed cannot be had. */
  readonly add: (link: FeedLink) => Promise<unknown>;
}

const EMPTY = { address: '', fingerprint: '' };

/** Two fields, or one link that fills both; what adding means stands before the button. */
export function AddFeed({ feeds, progress, start = '', add }: AddFeedProps) {
  const [fields, setFields] = useState({ ...EMPTY, ...partsOf(start) });
  const [told, tell] = useState('');
  const { busy, trouble, run } = useDeed();
  const meaning = useId();
  const link = feedLink(fields.address, fields.fingerprint);
  const underWay = busy && typeof link !== 'string' ? progress.get(link.fingerprint) : undefined;
  const submit = async (event: Event) => {
    event.preventDefault();
    tell('');
    const wrong = typeof link === 'string' ? link : alreadyThere(feeds, link);
    if (typeof link === 'string' || wrong !== undefined) return tell(wrong ?? '');
    if (!(await run(() => add(link)))) return;
    setFields(EMPTY);
    tell(ui.feeds.added);
  };
  return (
    <form id="add-feed" class="add" aria-label={ui.feeds.addFeed} onSubmit={(event) => void submit(event)}>
      <h3>{ui.feeds.addFeed}</h3>
      <Meaning id={meaning} />
      <Fields fields={fields} set={setFields} />
      <button type="submit" class="button primary" aria-describedby={meaning} disabled={busy || fields.address.trim() === ''}>
        {ui.options.add}
      </button>
      {underWay === undefined ? undefined : <FeedProgressBar progress={underWay} of={ui.feeds.newFeed} />}
      <p role="status">{busy ? ui.feeds.fetching : trouble === '' ? told : ui.feeds.notAdded(trouble)}</p>
    </form>
  );
}

function alreadyThere(feeds: readonly FeedView[], { fingerprint }: FeedLink): string | undefined {
  const known = feeds.find((feed) => feed.fingerprint === fingerprint);
  return known === undefined ? undefined : ui.feeds.alreadyHere(known.title);
}

function Meaning({ id }: { readonly id: string }) {
  return (
    <div id={id} class="meaning">
      <p>{ui.feeds.meaning}</p>
      <p>{ui.feeds.meaningHost}</p>
    </div>
  );
}

interface FieldsProps {
  readonly fields: typeof EMPTY;
  readonly set: (fields: typeof EMPTY) => void;
}

function Fields({ fields, set }: FieldsProps) {
  const field = (label: string, value: string, placeholder: string, onText: (text: string) => void) => (
    <label class="labelled">
      {label}
      <input
        class="field"
        type="text"
        list={undefined}
        dir="ltr"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        placeholder={placeholder}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <>
      {field(ui.feeds.addressField, fields.address, 'https://', (text) => set({ ...fields, ...partsOf(text) }))}
      {field(ui.feeds.fingerprintField, fields.fingerprint, ui.feeds.fingerprintHint, (fingerprint) => set({ ...fields, fingerprint }))}
    </>
  );
}
