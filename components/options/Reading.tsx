import type { Settings } from '../../platform/settings.ts';
import { EVERY_PAGE, type SiteAccess, type SitesDesk } from '../api.ts';
import { patternHost } from '../links.ts';
import { Switch } from '../Switch.tsx';
import { count, number } from '../words.ts';
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
    <Section id="reading" title="What is read">
      <BuiltIn {...props} />
      <h3>Sites that you added</h3>
      {access.granted.length === 0 ? <p class="muted">None. Open a site and choose “Always read this site” in the popup.</p> : undefined}
      <ul class="lines">
        {access.granted.map((pattern) => (
          <li key={pattern}>
            <bdi>{patternHost(pattern)}</bdi>
            <button
              type="button"
              class="button"
              aria-label={`Remove ${patternHost(pattern)}`}
              onClick={() => props.onAccess(desk.giveUp([pattern]))}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
      <Switch
        label="Read every page"
        note="The browser will ask. Pages that are never read stay unread."
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
      <p>Muster came with a list of {number(access.builtIn.length)} news sites and reads those, and no others unless you add them.</p>
      {access.refused.length === 0 ? undefined : (
        <p class="notice">
          <span>
            The browser lets Muster read only {number(access.builtIn.length - access.refused.length)} of them.{' '}
            <button type="button" class="button" onClick={() => onAccess(desk.askFor(access.refused))}>
              Allow all of the list
            </button>
          </span>
        </p>
      )}
      <details id="sites">
        <summary>Show the list</summary>
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
      <h3>Paused</h3>
      <Switch label="Pause everywhere" on={settings.pausedEverywhere} change={(on) => change({ pausedEverywhere: on })} />
      <ul class="lines">
        {settings.pausedHosts.map((host) => (
          <li key={host}>
            <bdi>{host}</bdi>
            <button type="button" class="button" aria-label={`Read ${host} again`} onClick={() => change({ pausedHosts: without(host) })}>
              Read again
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
      <h3>Never read</h3>
      <p>
        Webmail, banks, health and other private places are never read, whatever is set here: {count(access.never.length, 'site', 'sites')}{' '}
        and all that lies below them.
      </p>
      <details>
        <summary>Show what is never read</summary>
        <ul class="columns">
          {access.never.map((site) => (
            <li key={site.host}>
              {site.host} <span class="muted">{site.why}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
