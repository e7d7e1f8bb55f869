import { useId } from 'preact/hooks';
import { COLOURS, type KindLook, LINES, type Looks, STRENGTHS } from '../../core/look.ts';
import { KINDS, type Kind } from '../../core/profile.ts';
import { ui } from '../../locales/ui.ts';
import type { Settings } from '../../platform/settings.ts';
import { INKS } from '../kinds.ts';
import { ReaderLooks } from '../Name.tsx';
import { SampleText } from '../SampleText.tsx';
import { Switch } from '../Switch.tsx';
import { kindHeading } from '../words.ts';
import { Choices } from './Section.tsx';

interface MarkLooksProps {
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
}

/** Which kinds are marked, with what line and colour and how strongly; above it a text that shows it at once. */
export function MarkLooks({ settings, change }: MarkLooksProps) {
  const setLook = (kind: Kind, look: KindLook) => change({ looks: { ...settings.looks, [kind]: look } });
  const note = useId();
  return (
    <>
      <h3>{ui.options.markOnPages}</h3>
      <Preview settings={settings} />
      <p id={note} class="muted">
        {ui.options.kindsNote}
      </p>
      <ul class="lines looks">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Switch
              label={kindHeading(kind)}
              describedBy={note}
              on={settings.kinds[kind]}
              change={(on) => change({ kinds: { ...settings.kinds, [kind]: on } })}
            />
            <LookOf kind={kind} look={settings.looks[kind]} on={settings.kinds[kind]} change={(look) => setLook(kind, look)} />
          </li>
        ))}
      </ul>
      <p class="muted">{ui.looks.uncertain}</p>
      <Choices
        name="strength"
        legend={ui.looks.strength}
        chosen={settings.strength}
        choose={(strength) => change({ strength })}
        choices={STRENGTHS.map((value) => ({ value, label: ui.looks.strengths[value] }))}
      />
    </>
  );
}

interface LookOfProps {
  readonly kind: Kind;
  readonly look: KindLook;
  readonly on: boolean;
  readonly change: (look: KindLook) => void;
}

function LookOf({ kind, look, on, change }: LookOfProps) {
  const heading = kindHeading(kind);
  return (
    <span class="look">
      <select
        class="field"
        aria-label={ui.looks.lineOf(heading)}
        disabled={!on}
        value={look.line}
        onChange={({ currentTarget }) => change({ ...look, line: LINES.find((line) => line === currentTarget.value) ?? look.line })}
      >
        {LINES.map((line) => (
          <option key={line} value={line}>
            {ui.looks.lines[line]}
          </option>
        ))}
      </select>
      <span class="swatch" aria-hidden="true" style={{ background: `light-dark(${INKS[look.colour].light}, ${INKS[look.colour].dark})` }} />
      <select
        class="field"
        aria-label={ui.looks.colourOf(heading)}
        disabled={!on}
        value={look.colour}
        onChange={({ currentTarget }) =>
          change({ ...look, colour: COLOURS.find((colour) => colour === currentTarget.value) ?? look.colour })
        }
      >
        {COLOURS.map((colour) => (
          <option key={colour} value={colour}>
            {ui.looks.colours[colour]}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Made up: it shows the marks, and says nothing about anybody. */
function Preview({ settings }: { readonly settings: Looks & Pick<Settings, 'kinds'> }) {
  return (
    <ReaderLooks.Provider value={settings}>
      <p class="sample" role="note" aria-label={ui.looks.preview}>
        <SampleText kinds={settings.kinds} />
      </p>
    </ReaderLooks.Provider>
  );
}
