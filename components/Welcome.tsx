import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Certainty } from '../core/mention.ts';
import { KINDS, type Kind } from '../core/profile.ts';
import type { Settings } from '../platform/settings.ts';
import { Asking } from './Asking.tsx';
import { type Desk, EVERY_PAGE, type SiteAccess, type SitesDesk } from './api.ts';
import { useAsked } from './asked.ts';
import { HoverChoice } from './HoverChoice.tsx';
import { Name } from './Name.tsx';
import { Switch } from './Switch.tsx';
import { capitalised, kindName, number } from './words.ts';

export type WelcomeDesk = SitesDesk & Pick<Desk, 'readSettings' | 'changeSettings' | 'onSettings' | 'openOptions'>;

/** After the installation: what is read, what is kept, where, what never leaves; and the switches for it. */
export function Welcome({ desk }: { readonly desk: WelcomeDesk }) {
  const [settings, readAgain] = useAsked(() => desk.readSettings(), 'settings');
  const [access, accessAgain] = useAsked(() => desk.sites(), 'access');
  useEffect(() => desk.onSettings(() => void readAgain()), [readAgain]);
  const change = (some: Partial<Settings>) => void desk.changeSettings(some).finally(readAgain);
  const sites = access.state === 'ready' ? access.value : undefined;
  return (
    <main class="sheet">
      <h1>Muster</h1>
      <p class="lede">
        Marks the companies and officials of the defence industry on news pages, and says with whom each has been named before.
      </p>
      <Sample />
      <Reads sites={sites} />
      <Keeps />
      <Asking asked={settings} what="the switches" again={() => void readAgain()}>
        {(now) => (
          <Switches
            now={now}
            everyPage={sites?.everyPage ?? now.everyPage}
            desk={desk}
            change={change}
            onAccess={() => void accessAgain()}
          />
        )}
      </Asking>
      <Ways />
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          onClick={() => void desk.changeSettings({ welcomed: true }).finally(() => desk.openOptions())}
        >
          All options
        </button>
      </div>
    </main>
  );
}

function Part({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section id={id} class="options-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

const LINES: Readonly<Record<Kind, string>> = {
  company: 'a solid line',
  official: 'a double line',
  organisation: 'a dotted line',
  event: 'a line below and above',
  programme: 'dots below and above',
};

/** Static, and made up: it shows the marks, and says nothing about anybody. */
function Sample() {
  const mark = (name: string, kind: Kind, certainty: Certainty = 'sure') => <Name name={name} kind={kind} certainty={certainty} />;
  return (
    <section aria-labelledby="sample-title">
      <h2 id="sample-title" class="visually-hidden">
        What the marks look like
      </h2>
      <p class="sample">
        At the {mark('Forum of Examples', 'event')}, {mark('Example Systems', 'company')} and {mark('Sample & Sons', 'company')} met{' '}
        {mark('Jane Placeholder', 'official')}, who speaks for the {mark('Alliance of Instances', 'organisation')}, about the{' '}
        {mark('Specimen', 'programme')} aircraft. A certain {mark('Sample', 'company', 'uncertain')} was there as well.
      </p>
      <ul class="legend">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Name name={capitalised(kindName(kind))} kind={kind} /> <span class="muted">{LINES[kind]}</span>
          </li>
        ))}
        <li>
          <Name name="Uncertain" kind="company" certainty="uncertain" /> <span class="muted">a pale, dashed line</span>
        </li>
      </ul>
      <p class="muted">Rest the pointer on a mark, and a card says who it is and why it is marked.</p>
    </section>
  );
}

function Reads({ sites }: { readonly sites: SiteAccess | undefined }) {
  return (
    <Part id="reads" title="What is read">
      <p>
        The text of pages on {sites === undefined ? 'a list of' : number(sites.builtIn.length)} news sites, to find names in it.{' '}
        <a href="/options.html#sites">See the list</a>. Any other site only if you say so in the popup, once or always.
      </p>
      <p>What you type, webmail, banks, health and other private sites are never read, whatever you allow.</p>
    </Part>
  );
}

function Keeps() {
  return (
    <Part id="privacy" title="What is kept, and where">
      <p>
        Of each article: its address, title, publisher and date, who was named in it, and the sentences that name them. That is how Muster
        can say with whom somebody has been named before. Private windows are never kept.
      </p>
      <p>
        All of it stays in this browser, on this machine (in IndexedDB), for as long as you say. You can erase a page, a site, a span of
        time or everything.
      </p>
      <p>
        <strong>Nothing leaves this machine.</strong> Muster sends no page, no address, no name and no statistics to anybody. There is no
        account. All that it asks for are the feeds in your list of profiles, whole, and the same whatever you read; at first there is none.
      </p>
      <p class="muted">
        A page that looks for it can find out that words on it are marked, as with any extension that marks text; it cannot see what Muster
        knows or keeps.
      </p>
    </Part>
  );
}

interface SwitchesProps {
  readonly now: Settings;
  readonly everyPage: boolean;
  readonly desk: WelcomeDesk;
  readonly change: (change: Partial<Settings>) => void;
  readonly onAccess: () => void;
}

function Switches({ now, everyPage, desk, change, onAccess }: SwitchesProps) {
  // The browser asks its question only straight from the click, so nothing stands before `askFor`.
  const setEveryPage = (on: boolean) =>
    (on ? desk.askFor([EVERY_PAGE]) : desk.giveUp([EVERY_PAGE])).then((done) => {
      if (done) change({ everyPage: on });
      onAccess();
    });
  return (
    <Part id="switches" title="Your switches">
      <Switch
        label="Keep a log of articles"
        note="Off: names are marked, and nothing is kept."
        on={now.recording}
        change={(recording) => change({ recording })}
      />
      <Switch
        label="Read every page"
        note="Not only the list of news sites. The browser will ask you."
        on={everyPage}
        change={(on) => void setEveryPage(on)}
      />
      <HoverChoice chosen={now.hover} choose={(hover) => change({ hover })} />
    </Part>
  );
}

function Ways() {
  return (
    <Part id="ways" title="Ways in">
      <ul class="ways">
        <li>The button in the toolbar (Alt+Shift+M): who is on this page, what is known of each, and with whom each was named.</li>
        <li>Alt+Shift+L: search the profiles, in any script.</li>
        <li>Alt+Shift+C: the card of the next name on the page, without the pointer.</li>
        <li>Select a name on a page and open the menu: look it up, or add it to your list.</li>
      </ul>
      <p class="muted">The browser may have given these keys to something else; its own page for extension shortcuts tells.</p>
    </Part>
  );
}
