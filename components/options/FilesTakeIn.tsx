import { useRef, useState } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import type { OpenedFile } from '../../platform/exchange/open-file.ts';
import type { ReaderApi } from '../api.ts';
import { messageOf } from '../asked.ts';
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
  const { api, desk } = props;
  const { now, choose, read, drop } = useFile(desk.open);
  const [part, setPart] = useState<number | undefined>(undefined);
  const { told, tell } = useTold();
  const input = useRef<HTMLInputElement>(null);
  const tellNobody = async (done: Promise<unknown>) => {
    await done;
    // It is stored. A background that cannot be reached finds it when it wakes.
    await api.tookIn().catch(() => undefined);
    props.onTaken();
  };
  const take = async (file: OpenedFile, withSettings: boolean) => {
    setPart(0);
    tell(NOTHING_TOLD);
    const taken = await takenIn(desk, file, withSettings, setPart, tellNobody);
    setPart(undefined);
    tell(taken);
    if (taken.bad) return;
    drop();
    if (input.current !== null) input.current.value = '';
  };
  return (
    <>
      <h3>{ui.files.takeIn}</h3>
      <p>{ui.files.takeInNote}</p>
      <label class="labelled">
        {ui.files.file}
        <input
          ref={input}
          type="file"
          class="field drop"
          disabled={part !== undefined}
          onChange={({ currentTarget }) => {
            tell(NOTHING_TOLD);
            const chosen = currentTarget.files?.[0];
            if (chosen === undefined) drop();
            else void choose(chosen);
          }}
        />
      </label>
      <Reading now={now} />
      {now.file === undefined ? undefined : (
        <FilesPreview
          file={now.file}
          how={now.how}
          part={part}
          briefs={api.briefs}
          read={(how) => void read(how)}
          take={(file, settings) => void take(file, settings)}
        />
      )}
      <Undo told={told} tell={tell} />
    </>
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
