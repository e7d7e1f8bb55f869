import type { ComponentChildren } from 'preact';
import type { Certainty } from '../core/mention.ts';
import type { Kind } from '../core/profile.ts';
import { ui } from '../locales/ui.ts';
import { Name } from './Name.tsx';

/** A made-up sentence with a mark of each kind: it says nothing about anybody. Kinds that are off stand there unmarked. */
export function SampleText({ kinds }: { readonly kinds?: Readonly<Record<Kind, boolean>> }) {
  const { sample } = ui.welcome;
  const mark = (name: string, kind: Kind, certainty: Certainty = 'sure') =>
    kinds?.[kind] === false ? name : <Name name={name} kind={kind} certainty={certainty} />;
  return (
    <>
      {sample.text<ComponentChildren>({
        event: mark(sample.event, 'event'),
        company: mark(sample.company, 'company'),
        other: mark(sample.other, 'company'),
        official: mark(sample.official, 'official'),
        organisation: mark(sample.organisation, 'organisation'),
        programme: mark(sample.programme, 'programme'),
        uncertain: mark(sample.uncertain, 'company', 'uncertain'),
      })}
    </>
  );
}
