import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import type { OpenedFile } from '../../platform/exchange/open-file.ts';
import type { ReaderApi } from '../api.ts';
import { messageOf, useAsked } from '../asked.ts';
import { FilesPreview } from './FilesPreview.tsx';
import { countsOf, sumOf, tookInWords } from './took-in.ts';
import { NOTHING_TOLD, type Told, Undo, useTold } from './Undo.tsx';
import { type FileNow, type FilesDesk, useFile } from './use-file.ts';

export interface FilesTakeInProps {
  readonly api: Pick<ReaderApi, 'tookIn' | 'briefs'>;
  readonly desk: FilesDesk;
  /** Something was taken in or taken back: whatever shows it looks again. */
  readonly onTaken: () => void;
}

/** A file is chosen, looked at, and only then taken in; what came of it is told and, for a list of names, can be undone. */
export function FilesTakeIn(props: FilesTakeInProps) {
  const { now, choose, read, drop } = useFile(props.desk.open);
  const { told, tell } = useTold();
  // Asked with each file: it may have been changed above in the meantime.
  const [retention] = useAsked(props.desk.retentionDays, `${now.file === undefined}`);
  const input = useRef<HTMLInputElement>(null);
  const { part, take } = useTaking(props, tell, () => {
    drop();
    if (input.current !== null) input.current.value = '';
  });
  const onFile = (chosen: File | undefined) => {
    tell(NOTHING_TOLD);
    if (chosen === undefined) drop();
    else void choose(chosen);
  };
  return (
    <>
      <h3>{ui.files.takeIn}</h3>
      <p>{ui.files.takeInNote}</p>
      <FileField input={input} disabled={part !== undefined} choose={onFile} />
      <Reading now={now} />
      {now.file === undefined ? undefined : (
        <FilesPreview
          file={now.file}
          how={now.how}
          part={part}
          briefs={props.api.briefs}
          retentionDays={retention.state === 'ready' ? retention.value : undefined}
          read={(how) => void read(how)}
          take={(file, settings) => void take(file, settings)}
        />
      )}
      <Undo told={told} tell={tell} />
    </>
  );
}

/** `part`: how much is taken in, while it is. `taken`: nothing is left to do with the file. */
function useTaking({ api, desk, onTaken }: FilesTakeInProps, tell: (told: Told) => void, taken: () => void) {
  const [part, setPart] = useState<number | undefined>(undefined);
  const andTell = async (done: Promise<unknown>) => {
    await done;
    await tellTookIn(api);
    onTaken();
  };
  const take = async (file: OpenedFile, withSettings: boolean) => {
    setPart(0);
    tell(NOTHING_TOLD);
    const came = await takenIn(desk, file, withSettings, setPart, andTell);
    setPart(undefined);
    tell(came);
    if (!came.bad) taken();
  };
  return { part, take };
}

interface FileFieldProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly disabled: boolean;
  readonly choose: (file: File | undefined) => void;
}

/** Browsers take a file that is dropped onto the field as one that was chosen. */
function FileField({ input, disabled, choose }: FileFieldProps) {
  return (
    <label class="labelled">
      {ui.files.file}
      <input
        ref={input}
        type="file"
        class="field drop"
        disabled={disabled}
        onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
      />
    </label>
  );
}

function Reading({ now }: { readonly now: FileNow }) {
  return (
    <>
      {now.busy && now.file === undefined ? <p class="muted">{ui.files.reading}</p> : undefined}
      <p role="alert">{now.trouble === undefined ? '' : ui.files.notRead(now.trouble)}</p>
    </>
  );
}

/** It is stored: a background that cannot be reached finds it when it wakes. */
export async function tellTookIn(api: Pick<ReaderApi, 'tookIn'>): Promise<void> {
  await api.tookIn().catch(() => undefined);
}

/** Records first, all or nothing; the settings only then, for they cannot be in the same transaction. */
async function takenIn(
  desk: FilesDesk,
  file: OpenedFile,
  withSettings: boolean,
  tell: (part: number) => void,
  done: (deed: Promise<unknown>) => Promise<void>,
): Promise<Told> {
  const said: string[] = [];
  let undo: Told['undo'];
  try {
    if (sumOf(countsOf(file)) > 0) {
      const taking = desk.take(file, tell);
      await done(taking);
      const taken = await taking;
      const { own = [] } = taken;
      said.push(tookInWords(taken, file.bad.length));
      if (own.length > 0) undo = () => done(desk.takeBack(own));
    }
  } catch (error) {
    return { words: ui.files.notTaken(messageOf(error)), bad: true };
  }
  if (withSettings && file.what === 'log' && file.settings !== undefined) {
    said.push(
      await desk.applySettings(file.settings).then(
        () => ui.files.settingsTaken,
        (error: unknown) => ui.files.settingsNotTaken(messageOf(error)),
      ),
    );
  }
  return { words: said.join(' '), undo };
}
