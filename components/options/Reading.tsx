import { ui } from '../../locales/ui.ts';
import type { Settings } from '../../platform/settings.ts';
import { EVERY_PAGE, type SiteAccess, type SitesDesk } from '../api.ts';
import { patternHost } from '../links.ts';
import { reasonOf } from '../PageState.tsx';
import { Switch } from '../Switch.tsx';
import { Section } from './Section.tsx';

export interface ReadingProps {
  readonly access: SiteAccess;
  readonly settings: Settings;
  readonly desk: SitesDesk;
  readonly change: (change: Partial<Settings>) => void;
  /** Something about access was asked or given up: look again when it is done. */
  readonly onAccess: (done: Promise<unknown>) => void;
}

/** Which pages are read: the list that Muster came with, what the reader added, what is never read. */
export function Reading(props: ReadingProps) {
  const { access, settings, desk } = props;
  return (
    <Section id="reading" title={ui.options.reading}>
      <BuiltIn {...props} />
      <h3>{ui.options.sitesAdded}</h3>
      {access.granted.length === 0 ? <p class="muted">{ui.options.noSitesAdded}</p> : undefined}
      <ul class="lines">
        {access.granted.map((pattern) => (
          <li key={pattern}>
            <bdi>{patternHost(pattern)}</bdi>
            <button
              type="button"
              class="button"
              aria-label={ui.options.removeOne(patternHost(pattern))}
              onClick={() => props.onAccess(desk.giveUp([pattern]))}
            >
              {ui.options.remove}
            </button>
          </li>
        ))}
      </ul>
      <Switch
        label={ui.options.everyPage}
        note={ui.options.everyPageNote}
        on={access.everyPage}
        change={(on) =>
          props.onAccess(
            (on ? desk.askFor([EVERY_PAGE]) : desk.giveUp([EVERY_PAGE])).then((done) => done && props.change({ everyPage: on })),
          )
        }
      />
      <Paused settings={settings} change={props.change} />
      <Never access={access} />
    </Section>
  );
}

function BuiltIn({ access, desk, onAccess }: ReadingProps) {
  return (
    <>
      <p>{ui.options.cameWith(access.builtIn.length)}</p>
      {access.refused.length === 0 ? undefined : (
        <p class="notice">
          <span>
            {ui.options.onlyAllowed(access.builtIn.length - access.refused.length)}{' '}
            <button type="button" class="button" onClick={() => onAccess(desk.askFor(access.refused))}>
              {ui.options.allowAll}
            </button>
          </span>
        </p>
      )}
      <details id="sites">
        <summary>{ui.options.showSites}</summary>
        <ul class="columns">
          {access.builtIn
            .map(patternHost)
            .sort()
            .map((host) => (
              <li key={host}>{host}</li>
            ))}
        </ul>
      </details>
    </>
  );
}

function Paused({ settings, change }: { readonly settings: Settings; readonly change: (change: Partial<Settings>) => void }) {
  const without = (host: string) => settings.pausedHosts.filter((other) => other !== host);
  return (
    <>
      <h3>{ui.options.paused}</h3>
      <Switch
        label={ui.reader.pauseEverywhere}
        note={ui.options.pauseNote}
        on={settings.pausedEverywhere}
        change={(on) => change({ pausedEverywhere: on })}
      />
      <ul class="lines">
        {settings.pausedHosts.map((host) => (
          <li key={host}>
            <bdi>{host}</bdi>
            <button
              type="button"
              class="button"
              aria-label={ui.options.readHostAgain(host)}
              onClick={() => change({ pausedHosts: without(host) })}
            >
              {ui.options.readAgain}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Never({ access }: { readonly access: SiteAccess }) {
  return (
    <>
      <h3>{ui.options.neverRead}</h3>
      <p>{ui.options.neverNote(access.never.length)}</p>
      <details>
        <summary>{ui.options.showNever}</summary>
        <ul class="columns">
          {access.never.map((site) => (
            <li key={site.host}>
              {site.host} <span class="muted">{reasonOf(ui.reader.never, site.why)}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
