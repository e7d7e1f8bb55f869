import type { Verdict } from '../../core/mention.ts';
import { isolated, labelOf, quoted } from '../words.ts';
import { Section } from './Section.tsx';

interface VerdictsProps {
  readonly verdicts: readonly Verdict[];
  /** Names of the entities judged; an id that is not here is shown as it is. */
  readonly labels: Readonly<Record<string, string>>;
  readonly takeBack: (verdict: Verdict) => void;
}

/** What the reader said of marks: each may be taken back. */
export function Verdicts({ verdicts, labels, takeBack }: VerdictsProps) {
  return (
    <Section id="not-this" title="“Not this”">
      {verdicts.length === 0 ? (
        <p class="muted">You have not corrected any mark yet. The popup has “not this” beside each name.</p>
      ) : undefined}
      <ul class="lines">
        {verdicts.map((verdict) => (
          <li key={JSON.stringify(verdict)}>
            <span dir="auto">{verdictSentence(verdict, labelOf(labels, verdict.entity))}</span>
            <button
              type="button"
              class="button"
              aria-label={`Take back: ${verdictSentence(verdict, labelOf(labels, verdict.entity))}`}
              onClick={() => takeBack(verdict)}
            >
              Take back
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** An address as a reader would say it: "example.org/news". */
function shortAddress(address: string | undefined): string | undefined {
  return address?.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

/** "“bae” is not BAE Systems, anywhere"; without a surface "Nothing is BAE Systems on example.org". */
export function verdictSentence(verdict: Verdict, name: string): string {
  const where = verdict.scope === 'everywhere' ? 'anywhere' : `on ${shortAddress(verdict.where) ?? 'one page'}`;
  const who = isolated(name);
  const is = verdict.says === 'is-this';
  if (verdict.surface === undefined) return is ? `Uncertain marks are taken as ${who}, ${where}` : `Nothing is marked as ${who}, ${where}`;
  return `${quoted(verdict.surface)} ${is ? 'is' : 'is not'} ${who}, ${where}`;
}
