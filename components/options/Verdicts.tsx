import type { Verdict } from '../../core/mention.ts';
import { ui } from '../../locales/ui.ts';
import { labelOf } from '../words.ts';
import { Section } from './Section.tsx';
import { Undo, useTold } from './Undo.tsx';

interface VerdictsProps {
  readonly verdicts: readonly Verdict[];
  /** Names of the entities judged; an id that is not here is shown as it is. */
  readonly labels: Readonly<Record<string, string>>;
  /** Each answers when the verdicts are as they are then. */
  readonly takeBack: (verdict: Verdict) => Promise<unknown>;
  readonly judge: (verdict: Verdict) => Promise<unknown>;
}

/** What the reader said of marks: each may be taken back. */
export function Verdicts({ verdicts, labels, takeBack, judge }: VerdictsProps) {
  const { told, tell, act } = useTold();
  const sentence = (verdict: Verdict) => verdictSentence(verdict, labelOf(labels, verdict.entity));
  const press = (verdict: Verdict) =>
    act(() => takeBack(verdict), { words: ui.options.isTakenBack(sentence(verdict)), undo: () => judge(verdict) }, ui.reader.notDone);
  return (
    <Section id="not-this" title={ui.options.notThis}>
      {verdicts.length === 0 ? <p class="muted">{ui.options.noVerdicts}</p> : undefined}
      <ul class="lines">
        {verdicts.map((verdict) => (
          <li key={JSON.stringify(verdict)}>
            <span dir="auto">{sentence(verdict)}</span>
            <button type="button" class="button" aria-label={ui.options.takeBackOne(sentence(verdict))} onClick={() => void press(verdict)}>
              {ui.reader.takeBack}
            </button>
          </li>
        ))}
      </ul>
      <Undo told={told} tell={tell} />
    </Section>
  );
}

/** An address as a reader would say it: "example.org/news". */
function shortAddress(address: string | undefined): string | undefined {
  return address?.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

/** "“bae” is not BAE Systems, anywhere"; without a surface "Nothing is BAE Systems on example.org". */
export function verdictSentence(verdict: Verdict, name: string): string {
  const { options } = ui;
  const address = shortAddress(verdict.where);
  const where = verdict.scope === 'everywhere' ? options.anywhere : address === undefined ? options.onOnePage : options.onSite(address);
  const is = verdict.says === 'is-this';
  if (verdict.surface === undefined) return (is ? options.verdictAll : options.verdictNothing)(name, where);
  return (is ? options.verdictIs : options.verdictIsNot)(verdict.surface, name, where);
}
