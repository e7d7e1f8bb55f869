import { useEffect } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import type { KeysDesk } from '../api.ts';
import { useAsked } from '../asked.ts';
import { Section } from './Section.tsx';

/** What a command does; one that we have no words for by what the browser says of it. */
function commandName(name: string, otherwise: string): string {
  const { commands } = ui.looks;
  return Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : otherwise;
}

/** All that can be done by keyboard on a page, with the keys as they are now, and the way to change them. */
export function Keys({ desk }: { readonly desk: KeysDesk }) {
  const [keys, again] = useAsked(() => desk.keys(), 'keys');
  // The reader comes back from the browser's own page.
  useEffect(() => {
    const back = () => void again();
    addEventListener('focus', back);
    return () => removeEventListener('focus', back);
  }, [again]);
  return (
    <Section id="keys" title={ui.looks.keys}>
      <ul class="lines">
        {(keys.state === 'ready' ? keys.value : []).map(({ name, description, key }) => (
          <li key={name}>
            <span>{commandName(name, description)}</span>
            {key === '' ? <span class="muted">{ui.looks.noKey}</span> : <kbd>{key}</kbd>}
          </li>
        ))}
      </ul>
      <p>{ui.looks.onTheCard}</p>
      {desk.openKeys === undefined ? (
        <p class="muted">{ui.looks.changeInFirefox}</p>
      ) : (
        <>
          <button type="button" class="button" onClick={desk.openKeys}>
            {ui.looks.changeKeys}
          </button>
          <p class="muted">{ui.looks.browserKeeps}</p>
        </>
      )}
    </Section>
  );
}
