import { ui } from '../../locales/ui.ts';
import type { UpdateMode } from '../../platform/messages.ts';
import { Choices } from './Section.tsx';

const MODES: readonly UpdateMode[] = ['auto', 'sparing', 'manual'];

/** When feeds are asked and what is fetched without a word. */
export function UpdateModeChoice({ chosen, choose }: { readonly chosen: UpdateMode; readonly choose: (mode: UpdateMode) => void }) {
  return (
    <Choices
      name="update-mode"
      legend={ui.feeds.updatesCome}
      choices={MODES.map((value) => ({ value, ...ui.feeds.modes[value] }))}
      chosen={chosen}
      choose={choose}
    />
  );
}
