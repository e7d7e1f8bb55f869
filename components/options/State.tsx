import { useState } from 'preact/hooks';
import { troubleWords, ui } from '../../locales/ui.ts';
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
    <Section id="state" title={ui.options.state}>
      <p>{kept.bytes === undefined ? ui.options.sizeUnknown : ui.options.stored(bytes(kept.bytes))}</p>
      <Lasting desk={desk} />
      {troubles.length === 0 ? (
        <p>{ui.options.noTroubles}</p>
      ) : (
        <Notice>
          {troubles.map((told) => (
            <p key={told.words} dir="auto">
              {troubleWords(told)}
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
  if (asked.value) return <p>{ui.options.lasting}</p>;
  const ask = async () => {
    const granted = await desk.makeLasting();
    setTold(granted ? '' : ui.options.notAgreed);
    await again();
  };
  return (
    <>
      <p>
        {ui.options.notLasting(
          <button type="button" class="button" onClick={() => void ask()}>
            {ui.options.makeLasting}
          </button>,
        )}
      </p>
      <p role="status">{told}</p>
    </>
  );
}
