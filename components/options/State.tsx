import { useState } from 'preact/hooks';
import type { Health } from '../../platform/messages.ts';
import { Notice } from '../Asking.tsx';
import type { StorageDesk } from '../api.ts';
import { useAsked } from '../asked.ts';
import { bytes } from '../words.ts';
import { Section } from './Section.tsx';

/** How much is stored, whether the browser may throw it away, and whether all is well. */
export function State({ health, desk }: { readonly health: Health; readonly desk: StorageDesk }) {
  const { kept, troubles } = health;
  return (
    <Section id="state" title="Storage and troubles">
      <p>{kept.bytes === undefined ? 'The browser does not say how much is stored.' : `${bytes(kept.bytes)} stored by Muster.`}</p>
      <Lasting desk={desk} />
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

/** Browsers may clear what sites and extensions have stored when a disk is full, unless they are asked not to. */
function Lasting({ desk }: { readonly desk: StorageDesk }) {
  const [asked, again] = useAsked(() => desk.isLasting(), 'lasting');
  const [told, setTold] = useState('');
  if (asked.state !== 'ready') return null;
  if (asked.value) return <p>The browser keeps it until you remove it, even when the disk is full.</p>;
  const ask = async () => {
    const granted = await desk.makeLasting();
    setTold(granted ? '' : 'The browser did not agree. It may ask you, or agree once you have used Muster for a while.');
    await again();
  };
  return (
    <>
      <p>
        When the disk is full, the browser may clear your log and the profiles that were fetched.{' '}
        <button type="button" class="button" onClick={() => void ask()}>
          Ask it to keep them
        </button>
      </p>
      <p role="status">{told}</p>
    </>
  );
}
