import { useId, useState } from 'preact/hooks';
import { foldText } from '../core/fold.ts';
import type { Verdict } from '../core/mention.ts';
import type { EntityId } from '../core/profile.ts';
import { say } from '../locales/say.ts';
import { ui } from '../locales/ui.ts';
import type { EntityOnPage, PageView } from '../platform/messages.ts';
import { EntityLine } from './EntityLine.tsx';
import { Icon } from './Icon.tsx';
import { ListChips } from './mine/MyLists.tsx';
import { Name } from './Name.tsx';
import { Origin } from './Origin.tsx';
import { Steps } from './Steps.tsx';
import { whySentences } from './why.ts';
import { capitalised, together } from './words.ts';

export interface RowProps {
  readonly entity: EntityOnPage;
  readonly view: PageView;
  readonly onOpen: (id: EntityId) => void;
  readonly onGoTo: (id: EntityId, step: 1 | -1) => Promise<{ readonly index: number; readonly of: number } | undefined>;
  readonly onJudged: (verdicts: readonly Verdict[], name: string, surface?: string) => void;
}

/** One entity that is surely named; reads as a sentence: "BAE Systems · 4 times · with Zelenskyy in 2 sentences". */
export function EntityRow(props: RowProps) {
  const { entity } = props;
  const [open, setOpen] = useState(false);
  const drawer = useId();
  return (
    <li class={open ? 'row open' : 'row'}>
      <p class="sentence">
        <button type="button" class="name" onClick={() => props.onOpen(entity.id)}>
          <Name name={entity.name} kind={entity.kind} />
        </button>
        <span class="told"> · {say.times(entity.times)}</span>
        <Companion of={entity} />
      </p>
      <div class="row-foot">
        <EntityLine of={entity} />
        <div class="steps">
          <Steps name={entity.name} onGoTo={(step) => props.onGoTo(entity.id, step)} />
          <button
            type="button"
            class="quiet"
            aria-expanded={open}
            aria-controls={drawer}
            aria-label={ui.reader.whyLabel(entity.name)}
            title={ui.reader.whyTitle}
            onClick={() => setOpen(!open)}
          >
            <Icon name="more" />
          </button>
        </div>
      </div>
      <Origin of={entity} />
      <ListChips lists={entity.lists} />
      <div id={drawer} hidden={!open}>
        {open ? <Drawer {...props} /> : undefined}
      </div>
    </li>
  );
}

function Companion({ of }: { readonly of: EntityOnPage }) {
  if (of.with === undefined) return null;
  return (
    <span class="told">
      {ui.reader.companion(<bdi>{of.with.name}</bdi>, of.with.sentences > 0 ? together(of.with) : ui.reader.inThisArticle)}
    </span>
  );
}

function Drawer(props: RowProps) {
  const { entity, view } = props;
  return (
    <div class="drawer">
      <h3>{ui.reader.whyMarked}</h3>
      <ul class="why">
        {entity.surfaces.map((surface) => (
          <li key={surface.text}>
            {whySentences(surface.text, surface.why, view.labels).join(' ')}
            {entity.surfaces.length === 1 ? undefined : <span class="muted"> {capitalised(say.times(surface.times))}.</span>}
          </li>
        ))}
      </ul>
      <NotThis {...props} />
    </div>
  );
}

function NotThis({ entity, view, onJudged }: RowProps) {
  const not = (scope: Verdict['scope'], where?: string, surface?: string) =>
    onJudged(
      [
        {
          entity: entity.id,
          says: 'not-this',
          scope,
          ...(where === undefined ? {} : { where }),
          ...(surface === undefined ? {} : { surface: foldText(surface) }),
        },
      ],
      entity.name,
      surface,
    );
  return (
    <>
      <h3>{ui.reader.notQuestion(<bdi>{entity.name}</bdi>)}</h3>
      <div class="buttons">
        <button type="button" class="button" onClick={() => not('page', view.url)}>
          {ui.reader.notOnPage}
        </button>
        <button type="button" class="button" onClick={() => not('site', view.host)}>
          {ui.reader.notOnSite}
        </button>
        {entity.surfaces.slice(0, 6).map((surface) => (
          <button type="button" class="button" key={surface.text} onClick={() => not('everywhere', undefined, surface.text)}>
            {ui.reader.neverThis(surface.text)}
          </button>
        ))}
      </div>
    </>
  );
}
