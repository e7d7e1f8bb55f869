import { KINDS, type Kind } from '../../core/profile.ts';
import type { Settings } from '../../platform/settings.ts';
import { HoverChoice } from '../HoverChoice.tsx';
import { Switch } from '../Switch.tsx';
import { kindHeading } from '../words.ts';
import { Section } from './Section.tsx';

interface MarksProps {
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
}

const DELAYS = [200, 400, 700, 1000];

/** What is marked, and when the card opens. */
export function Marks({ settings, change }: MarksProps) {
  const setKind = (kind: Kind, on: boolean) => change({ kinds: { ...settings.kinds, [kind]: on } });
  return (
    <Section id="marks" title="Marks and card">
      <h3>Mark on pages</h3>
      {KINDS.map((kind) => (
        <Switch key={kind} label={kindHeading(kind)} on={settings.kinds[kind]} change={(on) => setKind(kind, on)} />
      ))}
      <HoverChoice chosen={settings.hover} choose={(hover) => change({ hover })} />
      <label class="labelled">
        The pointer must rest for
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
                {seconds(delay)}
              </option>
            ))}
        </select>
      </label>
    </Section>
  );
}

function seconds(milliseconds: number): string {
  return new Intl.NumberFormat(undefined, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(milliseconds / 1000);
}
