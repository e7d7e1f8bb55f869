import { useMemo } from 'preact/hooks';
import { type Day, dateOfDay, dayNumber } from '../../core/ledger.ts';
import { KINDS } from '../../core/profile.ts';
import { tallyOf } from '../../core/tally.ts';
import { nextStep, spanIn, timelineOf } from '../../core/timeline.ts';
import { LEVELS } from '../../core/weights.ts';
import { date } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import { ListChip } from '../mine/MyLists.tsx';
import { kindName } from '../words.ts';
import { ledgerFilter } from './log.ts';
import type { PlaceFilter } from './place.ts';
import type { ViewProps } from './view.ts';

/** What is counted, and who is shown. Everything holds at once. */
export function Filters(props: ViewProps) {
  const { place, go } = props;
  const set = (change: Partial<PlaceFilter>, replace = false) => go({ ...place, filter: { ...place.filter, ...change } }, replace);
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <Time {...props} set={set} />
      <Level filter={place.filter} set={set} />
      <Kinds filter={place.filter} set={set} />
      <Lists {...props} set={set} />
      <Countries {...props} set={set} />
      <Publishers {...props} set={set} />
    </form>
  );
}

interface FilterProps {
  readonly filter: PlaceFilter;
  readonly set: (change: Partial<PlaceFilter>, replace?: boolean) => void;
}
type LogFilterProps = ViewProps & Pick<FilterProps, 'set'>;

/** Two handles over a picture of how much was read of each time, and the same as two dates. */
function Time({ log, place, set }: LogFilterProps) {
  const { filter } = place;
  const { ledger } = log;
  // The picture shows all times, whatever is chosen in it.
  const whole = useMemo(
    () => tallyOf(ledger, ledgerFilter({ ...filter, from: undefined, to: undefined })),
    [ledger, filter.publishers.join('\n')],
  );
  const span = useMemo(() => spanIn(ledger, { kept: new Uint8Array(ledger.ids.length).fill(1) }), [ledger]);
  const line = useMemo(() => timelineOf(ledger, whole, [], 'month'), [ledger, whole]);
  if (span === undefined) return null;
  const [first, last] = span;
  const from = within(filter.from === undefined ? first : dayNumber(filter.from), span);
  const to = within(filter.to === undefined ? last : dayNumber(filter.to), span);
  const setFrom = (day: Day, replace?: boolean) => set({ from: day <= first ? undefined : dateOfDay(Math.min(day, to)) }, replace);
  const setTo = (day: Day, replace?: boolean) => set({ to: day >= last ? undefined : dateOfDay(Math.max(day, from)) }, replace);
  const most = Math.max(1, ...line.all);
  return (
    <fieldset class="filter time">
      <legend>{ui.explorer.time}</legend>
      <div class="histogram" aria-hidden="true">
        {line.all.map((articles, at) => {
          const start = line.starts[at] as Day;
          const isIn = nextStep(start, line.step) > from && start <= to;
          return (
            <span
              key={start}
              class={isIn ? 'bar' : 'bar out'}
              style={{ height: `${articles === 0 ? 0 : Math.max(6, (100 * articles) / most)}%` }}
            />
          );
        })}
      </div>
      {first === last ? undefined : (
        <div class="handles">
          <input
            type="range"
            aria-label={ui.explorer.from}
            aria-valuetext={date(dateOfDay(from))}
            min={first}
            max={last}
            value={from}
            onInput={(event) => setFrom(event.currentTarget.valueAsNumber, true)}
          />
          <input
            type="range"
            aria-label={ui.explorer.to}
            aria-valuetext={date(dateOfDay(to))}
            min={first}
            max={last}
            value={to}
            onInput={(event) => setTo(event.currentTarget.valueAsNumber, true)}
          />
        </div>
      )}
      <div class="dates">
        <DayField words={ui.explorer.from} day={from} span={span} set={setFrom} />
        <DayField words={ui.explorer.to} day={to} span={span} set={setTo} />
      </div>
    </fieldset>
  );
}

function within(day: Day, [first, last]: readonly [Day, Day]): Day {
  return Math.max(first, Math.min(last, day));
}

function DayField(props: {
  readonly words: string;
  readonly day: Day;
  readonly span: readonly [Day, Day];
  readonly set: (day: Day) => void;
}) {
  const [first, last] = props.span;
  return (
    <label class="labelled">
      <span class="muted">{props.words}</span>
      <input
        type="date"
        class="field"
        min={dateOfDay(first)}
        max={dateOfDay(last)}
        value={dateOfDay(props.day)}
        onChange={(event) => {
          const day = dayNumber(event.currentTarget.value);
          // Half a date says nothing yet.
          if (!Number.isNaN(day)) props.set(within(day, props.span));
        }}
      />
    </label>
  );
}

function Level({ filter, set }: FilterProps) {
  return (
    <fieldset class="filter">
      <legend>{ui.explorer.level}</legend>
      {LEVELS.map((level) => (
        <label key={level} class="choice">
          <input type="radio" name="level" checked={filter.level === level} onChange={() => set({ level })} />
          <span>{ui.explorer.levels[level]}</span>
        </label>
      ))}
      <label class="least">
        <span>{ui.explorer.least}</span>
        <input
          type="number"
          class="field"
          min={1}
          max={10_000}
          value={filter.least}
          onInput={(event) => set({ least: Math.max(1, Math.floor(event.currentTarget.valueAsNumber) || 1) }, true)}
        />
      </label>
    </fieldset>
  );
}

function toggled<T>(all: readonly T[], one: T): readonly T[] {
  return all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
}

function Kinds({ filter, set }: FilterProps) {
  return (
    <fieldset class="filter">
      <legend>{ui.explorer.kinds}</legend>
      {KINDS.map((kind) => (
        <label key={kind} class="choice">
          <input type="checkbox" checked={filter.kinds.includes(kind)} onChange={() => set({ kinds: toggled(filter.kinds, kind) })} />
          <span>{kindName(kind)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Only if the reader has any. */
function Lists({ log, place, set }: LogFilterProps) {
  const { lists } = place.filter;
  if (log.lists.length === 0) return null;
  return (
    <fieldset class="filter">
      <legend>{ui.explorer.lists}</legend>
      {log.lists.map((list) => (
        <label key={list.id} class="choice">
          <input type="checkbox" checked={lists.includes(list.id)} onChange={() => set({ lists: toggled(lists, list.id) })} />
          <ListChip list={list} />
        </label>
      ))}
    </fieldset>
  );
}

const MOST_CHOICES = 200;

/** By how often each is there, the most frequent first. */
function counted(values: Iterable<string>): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([x, much], [y, more]) => more - much || (x < y ? -1 : 1)).slice(0, MOST_CHOICES);
}

function Countries({ log, place, set }: LogFilterProps) {
  const { everybody } = log;
  const names = useMemo(
    () => new Map([...everybody.values()].flatMap(({ country }) => (country === undefined ? [] : [[country.code, country.name]]))),
    [everybody],
  );
  const all = useMemo(() => counted([...everybody.values()].flatMap(({ country }) => country?.code ?? [])), [everybody]);
  const { countries } = place.filter;
  return (
    <Choices
      legend={ui.explorer.countries}
      all={all}
      chosen={countries}
      nameOf={(code) => names.get(code) ?? code}
      choose={(code) => set({ countries: toggled(countries, code) })}
    />
  );
}

function Publishers({ log, place, set }: LogFilterProps) {
  const { ledger } = log;
  const all = useMemo(() => counted([...ledger.publisher].map((at) => ledger.publishers[at] as string)), [ledger]);
  const { publishers } = place.filter;
  return (
    <Choices
      legend={ui.explorer.publishers}
      all={all}
      chosen={publishers}
      nameOf={(name) => name}
      choose={(name) => set({ publishers: toggled(publishers, name) })}
    />
  );
}

interface ChoicesProps {
  readonly legend: string;
  readonly all: readonly (readonly [string, number])[];
  readonly chosen: readonly string[];
  readonly nameOf: (value: string) => string;
  readonly choose: (value: string) => void;
}

function Choices({ legend, all, chosen, nameOf, choose }: ChoicesProps) {
  if (all.length < 2 && chosen.length === 0) return null;
  return (
    <fieldset class="filter">
      <legend>{legend}</legend>
      <div class="scrolled">
        {all.map(([value, times]) => (
          <label key={value} class="choice">
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => choose(value)} />
            <span>
              <bdi>{nameOf(value)}</bdi> <span class="muted">{times}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
