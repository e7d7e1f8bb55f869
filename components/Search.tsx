import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { EntityId } from '../core/profile.ts';
import { ui } from '../locales/ui.ts';
import type { SearchHit } from '../platform/messages.ts';
import { messageOf } from './asked.ts';
import { Name } from './Name.tsx';
import { capitalised, kindName } from './words.ts';

export interface SearchProps {
  readonly text: string;
  readonly search: (text: string) => Promise<readonly SearchHit[]>;
  /** The reader typed: so that coming back finds the same words. */
  readonly onText: (text: string) => void;
  readonly onOpen: (id: EntityId) => void;
}

type Found = { readonly of: string; readonly hits: readonly SearchHit[]; readonly trouble?: string };

/** Long enough to skip what a quick typist passes through, too short to be felt. */
const PAUSE_MS = 60;

/** One line to type in, any script; arrows choose, Enter opens. */
export function Search(props: SearchProps) {
  const { text } = props;
  const found = useFound(text.trim(), props.search);
  const results = useId();
  const { hits, active, onKeyDown } = useChoice(text.trim(), found, props.onOpen);
  const option = (index: number) => `${results}-${index}`;
  useEffect(() => document.getElementById(option(active))?.scrollIntoView?.({ block: 'nearest' }), [active, found]);
  return (
    <section class="search">
      <h1 class="visually-hidden">{ui.reader.searchProfiles}</h1>
      <Field
        text={text}
        onText={props.onText}
        onKeyDown={onKeyDown}
        results={results}
        active={hits.length > 0 ? option(active) : undefined}
      />
      <p role="status" class="visually-hidden">
        {found.of === '' ? '' : ui.reader.found(hits.length)}
      </p>
      <Hits id={results} hits={hits} active={active} option={option} onOpen={props.onOpen} />
      <Nothing text={text.trim()} found={found} />
    </section>
  );
}

/** Which of the hits is chosen. The choice belongs to these hits: with others it begins at the first again. */
function useChoice(text: string, found: Found, onOpen: SearchProps['onOpen']) {
  const [chosen, setChosen] = useState<{ readonly of: Found | undefined; readonly index: number }>({ of: undefined, index: 0 });
  // Enter before the answer is there opens the first hit of what was typed, not of what was found before.
  const awaited = useRef<string | undefined>(undefined);
  const hits = text === '' ? [] : found.hits;
  const active = chosen.of === found ? chosen.index : 0;
  useEffect(() => {
    const [first] = hits;
    if (awaited.current !== text || found.of !== text) return;
    awaited.current = undefined;
    if (first !== undefined) onOpen(first.id);
  }, [found, text]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      setChosen((now) => ({ of: found, index: ((now.of === found ? now.index : 0) + step + hits.length) % hits.length }));
    }
    if (event.key !== 'Enter' || event.isComposing || text === '') return;
    const hit = hits[active];
    if (found.of !== text) awaited.current = text;
    else if (hit !== undefined) onOpen(hit.id);
  };
  return { hits, active, onKeyDown };
}

interface FieldProps extends Pick<SearchProps, 'text' | 'onText'> {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly results: string;
  readonly active: string | undefined;
}

function Field({ text, onText, onKeyDown, results, active }: FieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <input
      ref={input}
      type="search"
      class="field"
      // biome-ignore lint/a11y/noRedundantRoles: a search field without a list is a combobox only when it says so
      role="combobox"
      list={undefined}
      aria-label={ui.reader.searchProfiles}
      aria-expanded={active !== undefined}
      aria-controls={results}
      aria-autocomplete="list"
      aria-activedescendant={active}
      placeholder={ui.reader.anyScript}
      autocomplete="off"
      spellcheck={false}
      dir="auto"
      value={text}
      onInput={(event) => onText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

interface HitsProps extends Pick<SearchProps, 'onOpen'> {
  readonly id: string;
  readonly hits: readonly SearchHit[];
  readonly active: number;
  readonly option: (index: number) => string;
}

function Hits({ id, hits, active, option, onOpen }: HitsProps) {
  return (
    <div id={id} role="listbox" aria-label={ui.reader.profilesFound} class="rows hits">
      {hits.map((hit, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field, which keeps the focus
        <div
          key={hit.id}
          id={option(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          class="row hit"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onOpen(hit.id)}
        >
          <Hit hit={hit} />
        </div>
      ))}
    </div>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  return (
    <>
      <Name name={hit.name} kind={hit.kind} /> <span class="muted">{kindName(hit.kind)}</span>
      {hit.matched === undefined ? undefined : <span class="block">{ui.reader.also(hit.matched)}</span>}
      <span class="muted block" dir="auto">
        {capitalised(hit.line)}
      </span>
    </>
  );
}

function Nothing({ text, found }: { readonly text: string; readonly found: Found }) {
  if (found.trouble !== undefined) return <p class="empty">{ui.reader.notSearched(found.trouble)}</p>;
  if (text === '') {
    return (
      <div class="empty">
        <p>{ui.reader.searchWhat}</p>
        <p class="muted">
          {ui.reader.searchExamples(<bdi>Rheinmetall</bdi>, <bdi lang="uk">Укроборонпром</bdi>, <bdi lang="ja">三菱重工</bdi>)}
        </p>
      </div>
    );
  }
  if (found.of !== text || found.hits.length > 0) return null;
  return (
    <div class="empty">
      <p>{ui.reader.noProfile(text)}</p>
      <a class="button" href={`/options.html?add=${encodeURIComponent(text)}`} target="_blank" rel="noopener">
        {ui.reader.addToList}
      </a>
    </div>
  );
}

/** What was found; the results of the last words stay until those of the new ones are there. */
function useFound(text: string, search: SearchProps['search']): Found {
  const [found, setFound] = useState<Found>({ of: '', hits: [] });
  useEffect(() => {
    let over = false;
    const ask = () =>
      search(text).then(
        (hits) => over || setFound({ of: text, hits }),
        (error: unknown) => over || setFound({ of: text, hits: [], trouble: messageOf(error) }),
      );
    const timer = text === '' ? undefined : setTimeout(ask, PAUSE_MS);
    if (text === '') setFound({ of: '', hits: [] });
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [text]);
  return found;
}
