import { useEffect, useRef, useState } from 'preact/hooks';
import { date, localeNow } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { OwnEntity } from '../../platform/log-rows.ts';
import { aliasLine } from '../aliases.ts';
import { messageOf } from '../asked.ts';
import { Name } from '../Name.tsx';
import { kindName } from '../words.ts';
import { OwnForm, type OwnTyped } from './OwnForm.tsx';
import { Section } from './Section.tsx';
import { NOTHING_TOLD, Undo, useTold } from './Undo.tsx';

export interface MyListProps {
  readonly own: readonly OwnEntity[];
  /** Name to begin with, from the context menu. */
  readonly start: string;
  /** Each answers when the list is as it is then. */
  readonly add: (entity: OwnTyped) => Promise<OwnEntity>;
  readonly remove: (entity: OwnEntity) => Promise<unknown>;
  readonly keep: (of: { readonly was?: OwnEntity | undefined; readonly now: OwnEntity }) => Promise<OwnEntity | 'changed-meanwhile'>;
}

/** What the reader added: marked like everything else, on this machine only. */
export function MyList(props: MyListProps) {
  const { told, tell, act } = useTold();
  const [open, setOpen] = useState<OwnEntity | undefined>(undefined);
  const [back, setBack] = useState('');
  const remove = (entity: OwnEntity) =>
    act(
      () => props.remove(entity),
      { words: ui.options.isRemoved(entity.name), undo: () => props.keep({ now: entity }) },
      ui.options.notRemoved,
    );
  const add = (typed: OwnTyped) => act(() => props.add(typed), { words: ui.options.isOnList(typed.name) }, ui.options.notAdded);
  const change = (entity: OwnEntity) => {
    tell(NOTHING_TOLD);
    setOpen(entity);
  };
  const closed = (words: string) => {
    setBack(open?.id ?? '');
    setOpen(undefined);
    tell({ words });
  };
  return (
    <Section id="my-list" title={ui.options.myList}>
      <p>{ui.options.myListNote}</p>
      <OwnForm label={ui.options.addToList} start={{ name: props.start }} submit={ui.options.add} done={add} />
      {props.own.length === 0 ? <p class="muted">{ui.options.nothingAdded}</p> : undefined}
      <ul class="lines">
        {rowsOf(props.own, open).map((entity) => (
          <li key={entity.id}>
            {open?.id === entity.id ? (
              <Change entity={entity} keep={props.keep} closed={closed} />
            ) : (
              <Entity entity={entity} focused={back === entity.id} change={() => change(entity)} remove={() => void remove(entity)} />
            )}
          </li>
        ))}
      </ul>
      <Undo told={told} tell={tell} />
    </Section>
  );
}

/** By name. What is being changed here and was removed in another window stays until the reader has done with it. */
function rowsOf(own: readonly OwnEntity[], open: OwnEntity | undefined): readonly OwnEntity[] {
  const all = open === undefined || own.some(({ id }) => id === open.id) ? own : [...own, open];
  return [...all].sort((a, b) => a.name.localeCompare(b.name, localeNow()));
}

interface EntityProps {
  readonly entity: OwnEntity;
  /** The form that stood here had the focus. */
  readonly focused: boolean;
  readonly change: () => void;
  readonly remove: () => void;
}

function Entity({ entity, focused, change, remove }: EntityProps) {
  const { name } = entity;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) button.current?.focus();
  }, []);
  return (
    <>
      <About entity={entity} />
      <span class="row-buttons">
        <button ref={button} type="button" class="button" aria-label={ui.mine.changeOne(name)} onClick={change}>
          {ui.mine.change}
        </button>
        <button type="button" class="button" aria-label={ui.options.removeOne(name)} onClick={remove}>
          {ui.options.remove}
        </button>
      </span>
    </>
  );
}

function About({ entity }: { readonly entity: OwnEntity }) {
  return (
    <span>
      <Name name={entity.name} kind={entity.kind} />{' '}
      <span class="muted">{ui.options.kindAndAdded(kindName(entity.kind), date(entity.added))}</span>
      {entity.aliases.length === 0 ? undefined : (
        <span class="block" dir="auto">
          {entity.aliases.map(aliasLine).join(' · ')}
        </span>
      )}
      {entity.note === undefined ? undefined : (
        <span class="block muted" dir="auto">
          {entity.note}
        </span>
      )}
    </span>
  );
}

interface ChangeProps extends Pick<MyListProps, 'keep'> {
  readonly entity: OwnEntity;
  readonly closed: (words: string) => void;
}

/** In place. What another window has written meanwhile is shown and stays until the reader, who has now seen it, saves once more. */
function Change({ entity, keep, closed }: ChangeProps) {
  const [was] = useState(entity);
  const [clash, setClash] = useState(false);
  const [trouble, setTrouble] = useState('');
  const save = async (typed: OwnTyped) => {
    setTrouble('');
    // What the reader has seen, and what this stands in the place of: after a clash, what the list holds now.
    const done = await keep({ was: clash ? entity : was, now: { ...typed, id: was.id, added: was.added } }).catch((error: unknown) => {
      setTrouble(ui.mine.notChanged(messageOf(error)));
    });
    if (done === undefined) return false;
    setClash(done === 'changed-meanwhile');
    if (done !== 'changed-meanwhile') closed(ui.mine.isChanged(done.name));
    return false;
  };
  return (
    <OwnForm
      label={ui.mine.changeOne(entity.name)}
      start={entity}
      submit={ui.mine.save}
      done={save}
      focused
      besides={
        <button type="button" class="button" onClick={() => closed('')}>
          {ui.mine.cancel}
        </button>
      }
    >
      {clash ? <Clash entity={entity} /> : undefined}
      <p role="alert">{trouble}</p>
    </OwnForm>
  );
}

function Clash({ entity }: { readonly entity: OwnEntity }) {
  return (
    <div class="notice" role="alert">
      <div>
        <p>{ui.mine.changedMeanwhile}</p>
        <About entity={entity} />
        <p>{ui.mine.saveAgain}</p>
      </div>
    </div>
  );
}
