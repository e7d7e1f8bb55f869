import { useId, useState } from 'preact/hooks';
import type { EntityId } from '../../core/profile.ts';
import { ui } from '../../locales/ui.ts';
import type { SearchHit } from '../../platform/messages.ts';
import { useAsked } from '../asked.ts';
import { Name } from '../Name.tsx';
import type { ViewProps } from './view.ts';

/** Who is looked at, and a field to choose more. In a comparison there are two. */
export function Chosen({ api, place, log, go }: ViewProps) {
  const choose = (ids: readonly EntityId[]) => {
    const { pair: _, ...rest } = place;
    go({ ...rest, ids, view: place.view === 'entity' && ids.length !== 1 ? 'network' : place.view });
  };
  return (
    <div class="chosen">
      <ul class="chips" aria-label={ui.explorer.chosen}>
        {place.ids.map((id) => (
          <li key={id} class="chip">
            <Name name={log.who(id).name} kind={log.who(id).kind} />
            <button
              type="button"
              class="chip-remove"
              aria-label={ui.explorer.leaveOut(log.who(id).name)}
              onClick={() => choose(place.ids.filter((one) => one !== id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <Choose
        search={(text) => api.search({ text, limit: 12 })}
        isSeen={(id) => log.ledger.numbers.has(id)}
        choose={(id) => choose(place.view === 'entity' ? [id] : [...new Set([...place.ids, id])])}
      />
    </div>
  );
}

interface ChooseProps {
  readonly search: (text: string) => Promise<readonly SearchHit[]>;
  readonly isSeen: (id: EntityId) => boolean;
  readonly choose: (id: EntityId) => void;
}

/** Profiles by any of their names; those that were named in what was read come first. */
function Choose({ search, isSeen, choose }: ChooseProps) {
  const [text, setText] = useState('');
  const list = useId();
  const wanted = text.trim();
  const [hits] = useAsked(async () => (wanted === '' ? [] : await search(wanted)), wanted);
  const found = hits.state === 'ready' ? [...hits.value].sort((x, y) => Number(isSeen(y.id)) - Number(isSeen(x.id))) : [];
  const take = (id: EntityId) => {
    setText('');
    choose(id);
  };
  return (
    <form
      class="choose"
      onSubmit={(event) => {
        event.preventDefault();
        if (found[0] !== undefined) take(found[0].id);
      }}
    >
      <input
        type="search"
        class="field"
        aria-label={ui.explorer.choose}
        placeholder={ui.explorer.choose}
        aria-controls={list}
        autocomplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('');
        }}
      />
      <ul id={list} class="choose-hits" aria-label={ui.explorer.hits} hidden={found.length === 0}>
        {found.map((hit) => (
          <li key={hit.id}>
            <button type="button" class="choose-hit" onClick={() => take(hit.id)}>
              <Name name={hit.name} kind={hit.kind} />
              {hit.matched === undefined ? undefined : <bdi class="muted"> {hit.matched}</bdi>}
              {isSeen(hit.id) ? undefined : <span class="muted"> {ui.explorer.notNamed}</span>}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
