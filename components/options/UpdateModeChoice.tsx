import type { UpdateMode } from '../../platform/messages.ts';
import { type Choice, Choices } from './Section.tsx';

const MODES: readonly Choice<UpdateMode>[] = [
  { value: 'auto', label: 'by themselves', note: 'Muster asks each feed about once a day and fetches what is new.' },
  {
    value: 'sparing',
    label: 'by themselves, but large ones with a click',
    note: 'For lines that are paid by the megabyte: what is large waits until you fetch it.',
  },
  { value: 'manual', label: 'by hand', note: 'No feed is asked until you press “Check now”.' },
];

/** When feeds are asked and what is fetched without a word. */
export function UpdateModeChoice({ chosen, choose }: { readonly chosen: UpdateMode; readonly choose: (mode: UpdateMode) => void }) {
  return <Choices name="update-mode" legend="Updates come" choices={MODES} chosen={chosen} choose={choose} />;
}
