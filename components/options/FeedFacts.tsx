import type { ComponentChildren } from 'preact';
import type { FeedView } from '../../platform/messages.ts';
import { mailHref } from '../links.ts';
import { Outside } from '../Outside.tsx';
import { ago, count, date, list, moment, number, soon } from '../words.ts';
import { inFours } from './feed-link.ts';

/** How fresh a feed is, in two lines: what is in use, and how its host was last asked. */
export function FeedTimes({ feed, now }: { readonly feed: FeedView; readonly now: number }) {
  const { pack, expires } = feed;
  return (
    <>
      <p>
        {pack === undefined ? 'No profiles yet.' : `Profiles as of ${date(pack.asOf)}`}
        {packParts(feed).map((part) => (
          <span key={part}> · {part}</span>
        ))}
      </p>
      <p class="muted">
        <Checked feed={feed} now={now} />
        {pack === undefined || expires === undefined ? undefined : (
          <>
            {' '}
            Vouched for until <Time iso={expires} words={date(expires)} />.
          </>
        )}
      </p>
    </>
  );
}

function packParts({ pack, signedBy }: FeedView): readonly string[] {
  if (pack === undefined) return [];
  const signed = signedBy.length === 0 ? [] : [`signed by ${list(signedBy)}`];
  const from = pack.from === 'package' ? ['came with Muster'] : signed;
  return [`version ${number(pack.version)}`, count(pack.count, 'profile', 'profiles'), ...from];
}

/** How the last try ended, where the notices do not say it. */
const ENDED: Partial<Record<NonNullable<FeedView['code']>, string>> = { current: ', nothing newer', updated: ', brought up to date' };

function Checked({ feed, now }: { readonly feed: FeedView; readonly now: number }) {
  const { checked, confirmed, next, code } = feed;
  if (feed.url === undefined) return <>They are renewed with Muster itself.</>;
  const asked = feed.on && next !== undefined;
  return (
    <>
      {checked === undefined ? (
        'Not checked yet'
      ) : (
        <>
          Checked <Time iso={checked} words={ago(checked, now)} />
        </>
      )}
      {code === undefined || checked === undefined ? '' : ENDED[code]}
      {confirmed === undefined || confirmed === checked ? undefined : (
        <>
          , confirmed <Time iso={confirmed} words={ago(confirmed, now)} />
        </>
      )}
      {asked ? (
        <>
          , next about <Time iso={next} words={soon(next, now)} />
        </>
      ) : undefined}
      .
    </>
  );
}

function Time({ iso, words }: { readonly iso: string; readonly words: string }) {
  return (
    <time dateTime={iso} title={moment(iso)}>
      {words}
    </time>
  );
}

/** What does not change from day to day: address, fingerprint, licence, whom to write to. */
export function FeedFacts({ feed }: { readonly feed: FeedView }) {
  const { url, fingerprint, licence, contact, removed } = feed;
  return (
    <dl class="facts">
      {contact === undefined ? undefined : (
        <Row label="Corrections">
          <Contact contact={contact} />
        </Row>
      )}
      {removed.length === 0 ? undefined : (
        <Row label="Removed">
          <details>
            <summary>{count(removed.length, 'record is', 'records are')} shown no more at the publisher’s word</summary>
            <bdi>{removed.join(', ')}</bdi>
          </details>
        </Row>
      )}
      {licence === undefined ? undefined : (
        <Row label="Licence">
          <bdi>{licence}</bdi>
        </Row>
      )}
      {url === undefined ? undefined : (
        <Row label="Address">
          <bdi>{url}</bdi>
        </Row>
      )}
      {fingerprint === undefined ? undefined : (
        <Row label="Fingerprint">
          <span class="fingerprint">{inFours(fingerprint)}</span>
        </Row>
      )}
    </dl>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A mail address or a page; words where it is neither. */
function Contact({ contact }: { readonly contact: string }) {
  const href = mailHref(contact);
  if (href === undefined) return <Outside address={contact} words={contact} />;
  return (
    <a href={href} rel="noopener noreferrer" dir="auto">
      {href.slice('mailto:'.length)}
    </a>
  );
}
