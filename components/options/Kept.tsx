import { date } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { Health } from '../../platform/messages.ts';
import type { Settings } from '../../platform/settings.ts';
import { Switch } from '../Switch.tsx';
import { bytes } from '../words.ts';
import { Erase, type EraseProps } from './Erase.tsx';
import { Choices, Section } from './Section.tsx';

export interface KeptProps extends EraseProps {
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
}

/** The log: whether it is kept, how long, how much of it there is, and how to be rid of it. */
export function Kept(props: KeptProps) {
  const { kept, settings, change } = props;
  return (
    <Section id="kept" title={ui.options.kept}>
      <p>
        {keptSentence(kept)} {ui.options.keptNote}
      </p>
      <Switch
        label={ui.options.keepLog}
        note={ui.options.keepLogNote}
        on={settings.recording}
        change={(recording) => change({ recording })}
      />
      <Choices
        name="retention"
        legend={ui.options.retention}
        chosen={settings.retentionDays}
        choose={(retentionDays) => change({ retentionDays })}
        choices={[
          { value: 30, label: ui.options.afterDays(30) },
          { value: 90, label: ui.options.afterDays(90) },
          { value: 365, label: ui.options.afterYear },
          { value: 0, label: ui.options.never },
          ...([0, 30, 90, 365].includes(settings.retentionDays)
            ? []
            : [{ value: settings.retentionDays, label: ui.options.afterDays(settings.retentionDays) }]),
        ]}
      />
      <Erase kept={kept} erase={props.erase} remember={props.remember} />
    </Section>
  );
}

function keptSentence(kept: Health['kept']): string {
  if (kept.articles === 0) return ui.options.nothingKept;
  const oldest = kept.oldest === undefined ? '' : date(kept.oldest, true);
  const size = kept.bytes === undefined ? '' : bytes(kept.bytes);
  return ui.options.keptSentence(kept.articles, kept.sightings, kept.pairs, oldest, size);
}
