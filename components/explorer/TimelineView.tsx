import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import { type Day, dateOfDay, dayNumber } from '../../core/ledger.ts';
import { articlesWith } from '../../core/tally.ts';
import { newNames, nextStep, risingPairs, STEPS, type Step, type Timeline, timelineOf } from '../../core/timeline.ts';
import { date, number } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import { Name } from '../Name.tsx';
import { ArticleList } from './ArticleList.tsx';
import { EntityName } from './EntityName.tsx';
import { keeping, ledgerFilter } from './log.ts';
import type { ViewProps } from './view.ts';

/** Articles over time, of all or of each one chosen; who is new, and what is rising. */
export function TimelineView(props: ViewProps) {
  const { log, tally, place, go } = props;
  const [step, setStep] = useState<Step>('week');
  const line = useMemo(() => timelineOf(log.ledger, tally, place.ids, step), [log, tally, place.ids.join(), step]);
  const [chosen, choose] = useState<Day | undefined>(undefined);
  const start = line.starts.find((one) => one === chosen);
  return (
    <section aria-labelledby="timeline-heading">
      <h2 id="timeline-heading">{ui.explorer.view.timeline}</h2>
      <fieldset class="steps">
        <legend class="visually-hidden">{ui.explorer.step}</legend>
        {STEPS.map((one) => (
          <label key={one} class="choice">
            <input type="radio" name="step" checked={step === one} onChange={() => setStep(one)} />
            <span>{ui.explorer.steps[one]}</span>
          </label>
        ))}
        {line.step === step ? undefined : <span class="muted">{ui.explorer.widened(ui.explorer.steps[line.step])}</span>}
      </fieldset>
      <Chart {...props} line={line} choose={choose} />
      <Steps {...props} line={line} choose={choose} chosen={start} />
      {start === undefined ? undefined : (
        <InStep
          key={start}
          {...props}
          start={start}
          end={nextStep(start, line.step) - 1}
          narrow={(from, to) => go({ ...place, filter: { ...place.filter, from, to } })}
        />
      )}
      <News {...props} />
    </section>
  );
}

type LineProps = ViewProps & { readonly line: Timeline; readonly choose: (start: Day) => void };

/** Lines are told apart by dashes as well as by colour. */
const DASHES: readonly (readonly number[])[] = [[], [8, 4], [2, 3], [12, 4, 2, 4], [4, 4], [16, 6]];
const COLOURS = ['--series-1', '--series-2', '--series-3', '--series-4', '--series-5', '--series-6'] as const;

function seriesOf({ line, log, place }: LineProps): readonly { readonly label: string; readonly values: readonly number[] }[] {
  if (place.ids.length === 0) return [{ label: ui.explorer.allArticles, values: line.all }];
  return place.ids.map((id, at) => ({ label: log.who(id).name, values: line.of[at] as readonly number[] }));
}

const HEIGHT = 260;

function Chart(props: LineProps) {
  const { line, choose } = props;
  const frame = useRef<HTMLDivElement>(null);
  const series = seriesOf(props);
  useEffect(() => {
    const root = frame.current;
    if (root === null) return undefined;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    let plot: uPlot | undefined;
    const draw = () => {
      plot?.destroy();
      plot = drawPlot(root, line, series, choose);
    };
    draw();
    const resized = new ResizeObserver(() => plot?.setSize({ width: root.clientWidth, height: HEIGHT }));
    resized.observe(root);
    dark.addEventListener('change', draw);
    return () => {
      resized.disconnect();
      dark.removeEventListener('change', draw);
      plot?.destroy();
    };
  }, [line, series.map(({ label }) => label).join('\n')]);
  // The table below says the same to those who do not see the picture.
  return <div class="chart" ref={frame} aria-hidden="true" />;
}

function drawPlot(root: HTMLElement, line: Timeline, series: ReturnType<typeof seriesOf>, choose: (start: Day) => void): uPlot {
  const style = getComputedStyle(root);
  // A canvas knows no `light-dark()`: the browser says what it comes to.
  const colour = (name: string) => {
    root.style.color = `var(${name})`;
    const now = getComputedStyle(root).color;
    root.style.color = '';
    return now;
  };
  const font = `${style.fontSize} ${style.fontFamily}`;
  const axis = { stroke: colour('--muted'), grid: { stroke: colour('--rule'), width: 1 }, ticks: { show: false }, font };
  const plot = new uPlot(
    {
      width: root.clientWidth,
      height: HEIGHT,
      cursor: { drag: { x: false, y: false } },
      scales: { x: { time: true }, y: { range: (_, __, most) => [0, Math.max(1, most)] } },
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      axes: [
        { ...axis, values: (_, ticks) => ticks.map((seconds) => date(new Date(seconds * 1000).toISOString().slice(0, 10))), space: 110 },
        { ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000], values: (_, ticks) => ticks.map((n) => number(n)), size: 56 },
      ],
      series: [
        {
          value: (_, seconds) => (seconds === null ? '–' : date(new Date(seconds * 1000).toISOString().slice(0, 10))),
          label: ui.explorer.time,
        },
        ...series.map(({ label }, at) => ({
          label,
          stroke: colour(COLOURS[at % COLOURS.length] as string),
          dash: [...(DASHES[at % DASHES.length] as readonly number[])],
          width: 2,
          points: { show: line.starts.length < 60, size: 6 },
        })),
      ],
    },
    [line.starts.map((day) => day * 86_400), ...series.map(({ values }) => [...values])] as uPlot.AlignedData,
    root,
  );
  plot.over.addEventListener('click', () => {
    const start = line.starts[plot.cursor.idx ?? -1];
    if (start !== undefined) choose(start);
  });
  return plot;
}

/** The same figures as text, the latest first; each opens its articles. Steps in which nothing was read are left out. */
function Steps(props: LineProps & { readonly chosen: Day | undefined }) {
  const { line, choose, chosen } = props;
  const series = seriesOf(props);
  const rows = [...line.starts.keys()].reverse().filter((at) => series.some(({ values }) => (values[at] as number) > 0));
  return (
    <details class="as-table">
      <summary>{ui.explorer.asTable}</summary>
      <div class="table-scroll tall">
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{ui.explorer.steps[line.step]}</th>
              {series.map(({ label }) => (
                <th key={label} scope="col" class="number">
                  <bdi>{label}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((at) => {
              const start = line.starts[at] as Day;
              return (
                <tr key={start}>
                  <th scope="row">
                    <button type="button" class="plain" aria-pressed={chosen === start} onClick={() => choose(start)}>
                      {date(dateOfDay(start))}
                    </button>
                  </th>
                  {series.map(({ label, values }) => (
                    <td key={label} class="number">
                      {number(values[at] as number)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}

interface InStepProps extends ViewProps {
  readonly start: Day;
  readonly end: Day;
  readonly narrow: (from: string, to: string) => void;
}

/** The articles of one step: of any of those that are chosen. */
function InStep(props: InStepProps) {
  const { log, tally, place, start, end, narrow } = props;
  const ids = useMemo(() => {
    const { ledger } = log;
    const isIn = new Set([...ledger.ids].filter((_, at) => (ledger.days[at] as Day) >= start && (ledger.days[at] as Day) <= end));
    const lists = place.ids.length === 0 ? [articlesWith(ledger, tally, [])] : place.ids.map((id) => articlesWith(ledger, tally, [id]));
    return [...new Set(lists.flat())].filter((id) => isIn.has(id));
  }, [log, tally, place.ids.join(), start, end]);
  const words = start === end ? date(dateOfDay(start)) : ui.explorer.span(date(dateOfDay(start)), date(dateOfDay(end)));
  return (
    <section class="in-step" aria-labelledby="in-step">
      <h3 id="in-step">{words}</h3>
      <p class="muted" role="status">
        {ui.explorer.articles(ids.length)}{' '}
        <button type="button" class="plain" onClick={() => narrow(dateOfDay(start), dateOfDay(end))}>
          {ui.explorer.onlyThis}
        </button>
      </p>
      <ArticleList {...props} ids={ids} of={place.ids} atOnce={8} />
    </section>
  );
}

const NEW_DAYS = 7;
const RISING_DAYS = 30;
const MOST_NEWS = 12;

/** Of today, or of the end of the span that is looked at. */
function News(props: ViewProps) {
  const { log, place, open, pair } = props;
  const today = place.filter.to === undefined ? Math.floor(Date.now() / 86_400_000) : dayNumber(place.filter.to);
  const keeps = keeping(log, place.filter);
  const fresh = useMemo(
    () => newNames(log.ledger, today - NEW_DAYS + 1).filter(({ id, first }) => keeps(id) && first <= today),
    [log, today, place.filter],
  );
  const rising = useMemo(() => {
    const of = (from: Day, to: Day) => ({ ...ledgerFilter(place.filter), from, to });
    const [now, before] = [of(today - RISING_DAYS + 1, today), of(today - 2 * RISING_DAYS + 1, today - RISING_DAYS)];
    return risingPairs(log.ledger, { now, before, keeps, most: 200 });
  }, [log, today, place.filter]);
  const name = (id: string) => <Name name={log.who(id).name} kind={log.who(id).kind} />;
  return (
    <div class="news">
      <section aria-labelledby="new-names">
        <h3 id="new-names">{ui.explorer.newNames}</h3>
        <p class="muted">{fresh.length === 0 ? ui.explorer.noNewNames : ui.explorer.newNamesNote}</p>
        <ul class="rows">
          {fresh.slice(0, MOST_NEWS).map(({ id, first, articles }) => (
            <li key={id}>
              <EntityName log={log} id={id} open={open} />{' '}
              <span class="muted">
                {ui.explorer.articles(articles)}, {date(dateOfDay(first))}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="rising">
        <h3 id="rising">{ui.explorer.rising}</h3>
        <p class="muted">{rising.length === 0 ? ui.explorer.noneRising : ui.explorer.risingNote}</p>
        <ul class="rows">
          {rising.slice(0, MOST_NEWS).map(({ a, b, now, before }) => (
            <li key={`${a} ${b}`}>
              <button type="button" class="plain-name" onClick={() => pair(a, b)}>
                {ui.profile.both(name(a), name(b))}
              </button>{' '}
              <span class="muted">{ui.explorer.rise(number(now.articles), number(before.articles))}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
