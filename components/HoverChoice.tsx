import { ui } from '../locales/ui.ts';
import type { Settings } from '../platform/settings.ts';
import { type Choice, Choices } from './options/Section.tsx';

interface HoverChoiceProps {
  readonly settings: Pick<Settings, 'hover' | 'modifier'>;
  readonly change: (change: Partial<Settings>) => void;
}

type Way = Settings['hover'] | Settings['modifier'];

/** When the card opens; the welcome page and the options ask it in the same words. */
export function HoverChoice({ settings: { hover, modifier }, change }: HoverChoiceProps) {
  const choices: readonly Choice<Way>[] = [
    { value: 'rest', label: ui.options.onRest },
    { value: 'alt', label: ui.options.onAlt },
    { value: 'ctrl', label: ui.options.onCtrl },
    { value: 'shift', label: ui.options.onShift },
    { value: 'click', label: ui.options.onClick, note: ui.options.onClickNote },
    { value: 'off', label: ui.options.byKeyboard },
  ];
  return (
    <Choices
      name="hover"
      legend={ui.options.cardOpens}
      chosen={hover === 'key' ? modifier : hover}
      choose={(way) => change(way === 'alt' || way === 'ctrl' || way === 'shift' ? { hover: 'key', modifier: way } : { hover: way })}
      choices={choices}
    />
  );
}
