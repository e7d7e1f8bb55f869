import { useId, useState } from 'preact/hooks';
import type { FeedView } from '../../platform/messages.ts';
import { stopped } from '../words.ts';
import { FeedProgressBar } from './FeedProgressBar.tsx';
import { type FeedLink, feedLink, partsOf } from './feed-link.ts';
import { type Progress, useDeed } from './use-feeds.ts';

interface AddFeedProps {
  readonly feeds: readonly FeedView[];
  readonly progress: Progress;
  /** Rejects, in words, if the feed cannot be had. */
  readonly add: (link: FeedLink) => Promise<unknown>;
}

const EMPTY = { address: '', fingerprint: '' };

/** Two fields, or one link that fills both; what adding means stands before the button. */
export function AddFeed({ feeds, progress, add }: AddFeedProps) {
  const [fields, setFields] = useState(EMPTY);
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
    tell('The feed is added.');
  };
  return (
    <form class="add" aria-label="Add a feed" onSubmit={(event) => void submit(event)}>
      <h3>Add a feed</h3>
      <Meaning id={meaning} />
      <Fields fields={fields} set={setFields} />
      <button type="submit" class="button primary" aria-describedby={meaning} disabled={busy || fields.address.trim() === ''}>
        Add
      </button>
      {underWay === undefined ? undefined : <FeedProgressBar progress={underWay} of="the new feed" />}
      <p role="status">{busy ? 'Fetching the feed …' : trouble === '' ? told : `Could not be added: ${stopped(trouble)}`}</p>
    </form>
  );
}

function alreadyThere(feeds: readonly FeedView[], { fingerprint }: FeedLink): string | undefined {
  const known = feeds.find((feed) => feed.fingerprint === fingerprint);
  return known === undefined ? undefined : `It is here already: “${known.title}”.`;
}

function Meaning({ id }: { readonly id: string }) {
  return (
    <div id={id} class="meaning">
      <p>
        Whoever runs a feed can have any name marked on the pages that you read, and says what the card tells of it. Add one only if you
        know whose it is: compare the fingerprint with one that they gave you themselves.
      </p>
      <p>Its host sees your IP address and when Muster asks, and nothing of what you read.</p>
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
      {field('Address, or a link with the fingerprint in it', fields.address, 'https://', (text) => set({ ...fields, ...partsOf(text) }))}
      {field('Fingerprint of its keys', fields.fingerprint, '40 digits; blanks and colons do not count', (fingerprint) =>
        set({ ...fields, fingerprint }),
      )}
    </>
  );
}
