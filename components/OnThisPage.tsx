import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Verdict } from '../core/mention.ts';
import { type EntityId, KINDS, type Kind } from '../core/profile.ts';
import { number } from '../locales/format.ts';
import { ui } from '../locales/ui.ts';
import type { EntityOnPage, PageView } from '../platform/messages.ts';
import { EntityRow, type RowProps } from './EntityRow.tsx';
import { MaybeRow } from './MaybeRow.tsx';
import { kindHeading } from './words.ts';

export interface OnThisPageProps {
  readonly view: PageView;
  readonly onOpen: (id: EntityId) => void;
  readonly onGoTo: (id: EntityId, step: 1 | -1) => Promise<{ readonly index: number; readonly of: number } | undefined>;
  readonly onJudge: (verdict: Verdict) => Promise<boolean>;
  readonly onTakeBack: (verdict: Verdict) => Promise<boolean>;
}

/** Who is named on this page: the accessible equal of the marks, grouped by kind. */
export function OnThisPage(props: OnThisPageProps) {
  const [judged, setJudged] = useState<{ readonly verdicts: readonly Verdict[]; readonly words: string } | undefined>();
  const { view } = props;
  const judge = async (verdicts: readonly Verdict[], name: string, surface?: string) => {
    const noted: Verdict[] = [];
    for (const verdict of verdicts) if (await props.onJudge(verdict)) noted.push(verdict);
    const [first] = noted;
    setJudged(first === undefined ? undefined : { verdicts: noted, words: verdictWords(first, name, surface) });
  };
  const takeBack = async (verdicts: readonly Verdict[]) => {
    for (const verdict of verdicts) await props.onTakeBack(verdict);
    setJudged(undefined);
  };
  const sure = view.entities.filter((entity) => entity.certainty === 'sure');
  const uncertain = view.entities.filter((entity) => entity.certainty === 'uncertain');
  return (
    <>
      <p role="status" class={judged === undefined ? undefined : 'noted'}>
        {judged?.words}{' '}
        {judged === undefined ? undefined : (
          <button type="button" class="plain" onClick={() => void takeBack(judged.verdicts)}>
            {ui.reader.takeBack}
          </button>
        )}
      </p>
      {view.site.state === 'reading' && view.entities.length === 0 ? <NobodyNamed /> : undefined}
      {KINDS.map((kind) => (
        <Group key={kind} kind={kind} entities={sure.filter((entity) => entity.kind === kind)} {...props} onJudged={judge} />
      ))}
      {uncertain.length === 0 ? undefined : <Uncertain entities={uncertain} {...props} onJudged={judge} />}
    </>
  );
}

type JudgedProps = OnThisPageProps & { readonly entities: readonly EntityOnPage[]; readonly onJudged: RowProps['onJudged'] };

function Uncertain(props: JudgedProps) {
  return (
    <section aria-labelledby="group-uncertain" class="group uncertain">
      <h2 id="group-uncertain">
        {ui.reader.uncertain} <span class="count">{number(props.entities.length)}</span>
      </h2>
      <p class="muted">{ui.reader.uncertainNote}</p>
      <Rows {...props} row={MaybeRow} />
    </section>
  );
}

function Rows({
  entities,
  row: Row,
  view,
  onOpen,
  onGoTo,
  onJudged,
}: JudgedProps & { readonly row: (props: RowProps) => ComponentChildren }) {
  return (
    <ul class="rows" onKeyDown={stepRows}>
      {entities.map((entity) => (
        <Row key={entity.id} entity={entity} view={view} onOpen={onOpen} onGoTo={onGoTo} onJudged={onJudged} />
      ))}
    </ul>
  );
}

function NobodyNamed() {
  return (
    <div class="empty">
      <p>{ui.reader.nobody}</p>
      <p class="muted">{ui.reader.nobodyNote}</p>
    </div>
  );
}

function Group(props: JudgedProps & { readonly kind: Kind }) {
  if (props.entities.length === 0) return null;
  const heading = `group-${props.kind}`;
  return (
    <section aria-labelledby={heading} class="group">
      <h2 id={heading}>
        {kindHeading(props.kind)} <span class="count">{number(props.entities.length)}</span>
      </h2>
      <Rows {...props} row={EntityRow} />
    </section>
  );
}

/** Up and down move between the names of all groups; Tab still reaches every button. */
function stepRows(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const here = event.target;
  if (!(here instanceof HTMLElement) || !here.classList.contains('name')) return;
  const all = [...(event.currentTarget.closest('main') ?? event.currentTarget).querySelectorAll<HTMLElement>('.rows .name')];
  const next = all[all.indexOf(here) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function verdictWords(verdict: Verdict, name: string, surface: string | undefined): string {
  if (verdict.says === 'is-this') return ui.reader.noted[verdict.scope](name);
  return surface === undefined ? ui.reader.notedNot[verdict.scope](name) : ui.reader.notedSurface(surface, name);
}
