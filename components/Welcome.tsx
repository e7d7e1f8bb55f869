import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { KINDS } from '../core/profile.ts';
import { ui } from '../locales/ui.ts';
import type { Settings } from '../platform/settings.ts';
import { Asking } from './Asking.tsx';
import { type Desk, EVERY_PAGE, type SiteAccess, type SitesDesk } from './api.ts';
import { useAsked } from './asked.ts';
import { HoverChoice } from './HoverChoice.tsx';
import { Name } from './Name.tsx';
import { SampleText } from './SampleText.tsx';
import { Switch } from './Switch.tsx';
import { capitalised, kindName } from './words.ts';

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
      <p class="lede">{ui.welcome.lede}</p>
      <Sample />
      <Reads sites={sites} />
      <Keeps />
      <Asking asked={settings} what={ui.reader.what.switches} again={() => void readAgain()}>
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
          {ui.welcome.allOptions}
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

/** Static, and made up: it shows the marks, and says nothing about anybody. */
function Sample() {
  const { lines } = ui.welcome;
  return (
    <section aria-labelledby="sample-title">
      <h2 id="sample-title" class="visually-hidden">
        {ui.welcome.sampleTitle}
      </h2>
      <p class="sample">
        <SampleText />
      </p>
      <ul class="legend">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Name name={capitalised(kindName(kind))} kind={kind} /> <span class="muted">{lines[kind]}</span>
          </li>
        ))}
        <li>
          <Name name={ui.welcome.uncertain} kind="company" certainty="uncertain" /> <span class="muted">{lines.uncertain}</span>
        </li>
      </ul>
      <p class="muted">{ui.welcome.restOnMark}</p>
    </section>
  );
}

function Reads({ sites }: { readonly sites: SiteAccess | undefined }) {
  return (
    <Part id="reads" title={ui.welcome.reads}>
      <p>{ui.welcome.readsText(sites?.builtIn.length, <a href="/options.html#sites">{ui.welcome.seeList}</a>)}</p>
      <p>{ui.welcome.neverReads}</p>
    </Part>
  );
}

function Keeps() {
  return (
    <Part id="privacy" title={ui.welcome.keeps}>
      <p>{ui.welcome.keepsText}</p>
      <p>{ui.welcome.keepsWhere}</p>
      <p>
        <strong>{ui.welcome.nothingLeaves}</strong> {ui.welcome.nothingLeavesText}
      </p>
      <p class="muted">{ui.welcome.pagesMaySee}</p>
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
    <Part id="switches" title={ui.welcome.switches}>
      <Switch label={ui.options.keepLog} note={ui.welcome.keepLogNote} on={now.recording} change={(recording) => change({ recording })} />
      <Switch label={ui.options.everyPage} note={ui.welcome.everyPageNote} on={everyPage} change={(on) => void setEveryPage(on)} />
      <HoverChoice settings={now} change={change} />
    </Part>
  );
}

function Ways() {
  return (
    <Part id="ways" title={ui.welcome.ways}>
      <ul class="ways">
        <li>{ui.welcome.waysButton}</li>
        <li>{ui.welcome.waysSearch}</li>
        <li>{ui.welcome.waysCard}</li>
        <li>{ui.welcome.waysMenu}</li>
      </ul>
      <p class="muted">{ui.welcome.waysNote}</p>
    </Part>
  );
}
