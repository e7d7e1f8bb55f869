import type { ComponentChildren } from 'preact';
import { date, list, moment, number } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { FeedView } from '../../platform/messages.ts';
import { mailHref } from '../links.ts';
import { Outside } from '../Outside.tsx';
import { ago, soon } from '../words.ts';
import { inFours } from './feed-link.ts';

/** How fresh a feed is, in two lines: what is in use, and how its host was last asked. */
export function FeedTimes({ feed, now }: { readonly feed: FeedView; readonly now: number }) {
  const { pack, expires } = feed;
  return (
    <>
      <p>
        {pack === undefined ? ui.feeds.noProfiles : ui.feeds.profilesAsOf(date(pack.asOf))}
        {packParts(feed).map((part) => (
          <span key={part}> · {part}</span>
        ))}
      </p>
      <p class="muted">
        <Checked feed={feed} now={now} />
        {pack === undefined || expires === undefined ? undefined : (
          <> {ui.feeds.vouchedUntil(<Time iso={expires} words={date(expires, true)} />)}</>
        )}
      </p>
    </>
  );
}

function packParts({ pack, signedBy }: FeedView): readonly string[] {
  if (pack === undefined) return [];
  const signed = signedBy.length === 0 ? [] : [ui.feeds.signedBy(list(signedBy))];
  const from = pack.from === 'package' ? [ui.feeds.cameWith] : signed;
  return [ui.feeds.version(number(pack.version)), ui.feeds.profiles(pack.count), ...from];
}

/** How the last try ended, where the notices do not say it. */
function ended(code: FeedView['code']): string {
  if (code === 'current') return ui.feeds.nothingNewer;
  return code === 'updated' ? ui.feeds.broughtUp : '';
}

function Checked({ feed, now }: { readonly feed: FeedView; readonly now: number }) {
  const { checked, confirmed, next, code } = feed;
  if (feed.url === undefined) return <>{ui.feeds.renewedWith}</>;
  const asked = feed.on && next !== undefined;
  return (
    <>
      {checked === undefined ? ui.feeds.notChecked : ui.feeds.checked(<Time iso={checked} words={ago(checked, now)} />)}
      {checked === undefined ? '' : ended(code)}
      {confirmed === undefined || confirmed === checked ? '' : ui.feeds.confirmed(<Time iso={confirmed} words={ago(confirmed, now)} />)}
      {asked ? ui.feeds.nextAbout(<Time iso={next} words={soon(next, now)} />) : ''}.
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
        <Row label={ui.feeds.corrections}>
          <Contact contact={contact} />
        </Row>
      )}
      {removed.length === 0 ? undefined : (
        <Row label={ui.feeds.removedRecords}>
          <details>
            <summary>{ui.feeds.removedCount(removed.length)}</summary>
            <bdi>{removed.join(', ')}</bdi>
          </details>
        </Row>
      )}
      {licence === undefined ? undefined : (
        <Row label={ui.feeds.licence}>
          <bdi>{licence}</bdi>
        </Row>
      )}
      {url === undefined ? undefined : (
        <Row label={ui.feeds.address}>
          <bdi>{url}</bdi>
        </Row>
      )}
      {fingerprint === undefined ? undefined : (
        <Row label={ui.feeds.fingerprint}>
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
