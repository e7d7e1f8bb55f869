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
      legend="The card opens"
      chosen={chosen}
      choose={choose}
      choices={[
        { value: 'rest', label: 'when the pointer rests on a mark' },
        { value: 'alt', label: 'when the pointer is on a mark and the Alt key is held' },
        { value: 'off', label: 'only by keyboard' },
      ]}
    />
  );
}
