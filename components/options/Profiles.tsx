import type { Health } from '../../platform/messages.ts';
import { Notice } from '../Asking.tsx';
import { bytes, count, date, number } from '../words.ts';
import { Section } from './Section.tsx';

/** Where the profiles come from, and whether all is well. */
export function Profiles({ health }: { readonly health: Health }) {
  const { profiles, kept, troubles } = health;
  return (
    <Section id="profiles" title="Profiles">
      <p>
        {count(profiles.count, 'profile', 'profiles')} as of {date(profiles.asOf)}, version {number(profiles.version)}.{' '}
        {profiles.from === 'package' ? 'They came with Muster.' : 'They are kept in this browser.'}
      </p>
      <p class="muted">
        The profiles are free of copyright (CC0). Each fact names its source and date; the licence of a source stands beside it in the
        profile.
      </p>
      <h3>Storage</h3>
      <p>{kept.bytes === undefined ? 'The browser does not say how much is stored.' : `${bytes(kept.bytes)} stored by Muster.`}</p>
      <h3>Troubles</h3>
      {troubles.length === 0 ? (
        <p>None.</p>
      ) : (
        <Notice>
          {troubles.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      )}
    </Section>
  );
}
