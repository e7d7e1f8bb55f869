import { LANGUAGES, type LanguageChoice, OWN_NAMES } from '../../locales/language.ts';
import { ui } from '../../locales/ui.ts';
import { Section } from './Section.tsx';

interface LanguageProps {
  readonly chosen: LanguageChoice;
  readonly choose: (language: LanguageChoice) => void;
}

/** What Muster speaks. Each language stands there by its own name, for those who cannot read the one that is spoken. */
export function Language({ chosen, choose }: LanguageProps) {
  return (
    <Section id="language" title={ui.options.language}>
      <label class="labelled">
        {ui.options.languageOf}
        <select class="field" value={chosen} onChange={(event) => choose(event.currentTarget.value as LanguageChoice)}>
          <option value="auto">{ui.options.languageAuto}</option>
          {LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {OWN_NAMES[one]}
            </option>
          ))}
        </select>
      </label>
    </Section>
  );
}
