import type { Verdict } from '../core/mention.ts';
import type { EntityId } from '../core/profile.ts';
import { list } from '../locales/format.ts';
import { say } from '../locales/say.ts';
import { ui } from '../locales/ui.ts';
import { EntityLine } from './EntityLine.tsx';
import type { RowProps } from './EntityRow.tsx';
import { ListChips } from './mine/MyLists.tsx';
import { Name } from './Name.tsx';
import { Origin } from './Origin.tsx';
import type { Named } from './places.ts';
import { Steps } from './Steps.tsx';

/** One entity that may be meant: pale, with the question; if the words may mean several, all are named. */
export function MaybeRow(props: RowProps) {
  const { entity } = props;
  const surfaces = list(entity.surfaces.slice(0, 3).map((surface) => say.quote(surface.text)));
  return (
    <li class="row maybe">
      <p class="sentence">
        {surfaces === '' ? undefined : <span class="told">{ui.reader.isIt(surfaces, say.times(entity.times))}</span>}
        {choicesOf(props).map((choice, index) => (
          <span key={choice.id}>
            {index === 0 ? '' : ui.reader.or}
            <button type="button" class="name" onClick={() => props.onOpen(choice.id)}>
              <Name name={choice.name} kind={entity.kind} certainty="uncertain" />
            </button>
          </span>
        ))}
        {ui.reader.questionEnd}
      </p>
      {entity.also.length > 0 ? undefined : (
        <>
          <EntityLine of={entity} />
          <Origin of={entity} />
          <ListChips lists={entity.lists} />
        </>
      )}
      <Judging {...props} />
    </li>
  );
}

function choicesOf({ entity }: RowProps): readonly Named[] {
  return [{ id: entity.id, name: entity.name }, ...entity.also];
}

function Judging(props: RowProps) {
  const { entity, view, onJudged } = props;
  const choices = choicesOf(props);
  const ambiguous = choices.length > 1;
  const verdict = (id: EntityId, says: Verdict['says']): Verdict => ({ entity: id, says, scope: 'page', where: view.url });
  const names = choices.map((choice) => choice.name);
  const none = choices.map((choice) => verdict(choice.id, 'not-this'));
  return (
    <div class="buttons">
      {choices.map((choice) => (
        <button type="button" class="button" key={choice.id} onClick={() => onJudged([verdict(choice.id, 'is-this')], choice.name)}>
          {ambiguous ? <bdi>{choice.name}</bdi> : ui.reader.yes}
        </button>
      ))}
      <button type="button" class="button" onClick={() => onJudged(none, list(names, 'or'))}>
        {ambiguous ? ui.reader.none : ui.reader.no}
      </button>
      <div class="steps">
        <Steps name={entity.name} onGoTo={(step) => props.onGoTo(entity.id, step)} />
      </div>
    </div>
  );
}
