import { ui } from '../locales/ui.ts';
import type { Settings } from '../platform/settings.ts';
import { Choices } from './options/Section.tsx';

interface HoverChoiceProps {
  readonly chosen: Settings['hover'];
  readonly choose: (hover: Settings['hover']) => void;
}

/** When the card opens; the welcome page and the options ask it in the same words. */
export function HoverChoice({ chosen, choose }: HoverChoiceProps) {
  return (
    <Choices
      name="hover"
      legend={ui.options.cardOpens}
      chosen={chosen}
      choose={choose}
      choices={[
        { value: 'rest', label: ui.options.onRest },
        { value: 'alt', label: ui.options.onAlt },
        { value: 'off', label: ui.options.byKeyboard },
      ]}
    />
  );
}
