import { quantity } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { Settings } from '../../platform/settings.ts';
import { HoverChoice } from '../HoverChoice.tsx';
import { MarkLooks } from './MarkLooks.tsx';
import { Section } from './Section.tsx';

interface MarksProps {
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
}

const DELAYS = [200, 400, 700, 1000];

/** What is marked, and when the card opens. */
export function Marks({ settings, change }: MarksProps) {
  return (
    <Section id="marks" title={ui.options.marks}>
      <MarkLooks settings={settings} change={change} />
      <HoverChoice settings={settings} change={change} />
      <label class="labelled">
        {ui.options.restFor}
        <select
          class="field"
          disabled={settings.hover !== 'rest'}
          value={settings.hoverDelay}
          onChange={(event) => change({ hoverDelay: Number(event.currentTarget.value) })}
        >
          {[...new Set([...DELAYS, settings.hoverDelay])]
            .sort((a, b) => a - b)
            .map((delay) => (
              <option key={delay} value={delay}>
                {quantity(delay / 1000, 'second', 'long')}
              </option>
            ))}
        </select>
      </label>
    </Section>
  );
}
