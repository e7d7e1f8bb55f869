import type { Health } from '../../platform/messages.ts';
import { Notice } from '../Asking.tsx';
import { bytes } from '../words.ts';
import { Section } from './Section.tsx';

/** How much is stored, and whether all is well. */
export function State({ health }: { readonly health: Health }) {
  const { kept, troubles } = health;
  return (
    <Section id="state" title="Storage and troubles">
      <p>{kept.bytes === undefined ? 'The browser does not say how much is stored.' : `${bytes(kept.bytes)} stored by Muster.`}</p>
      {troubles.length === 0 ? (
        <p>No troubles.</p>
      ) : (
        <Notice>
          {troubles.map((words) => (
            <p key={words} dir="auto">
              {words}
            </p>
          ))}
        </Notice>
      )}
    </Section>
  );
}
