import { useRef, useState } from 'preact/hooks';
import type { LogRecord } from '../../platform/exchange/json-lines.ts';
import type { HowToRead, OpenedFile } from '../../platform/exchange/open-file.ts';
import type { TookIn } from '../../platform/files-desk.ts';
import type { OwnEntity } from '../../platform/log-rows.ts';
import type { EraseScope } from '../../platform/messages.ts';
import { messageOf } from '../asked.ts';

/** What the options page does with files, and with the database for their sake. `tell`: how much is done, from 0 to 1. */
export interface FilesDesk {
  /** Nothing is stored by that. */
  readonly open: (bytes: Uint8Array, how: HowToRead) => Promise<OpenedFile>;
  /** All or nothing. */
  readonly take: (file: OpenedFile, tell: (part: number) => void) => Promise<TookIn>;
  readonly takeBack: (added: readonly OwnEntity[]) => Promise<unknown>;
  readonly applySettings: (settings: object) => Promise<unknown>;
  /** Hands the file to the browser's downloads; answers its name. */
  readonly backup: (tell: (part: number) => void) => Promise<string>;
  /** After how many days an article is erased that was not opened again; 0: never. */
  readonly retentionDays: () => Promise<number>;
  readonly erasable: (scope: EraseScope) => Promise<readonly LogRecord[]>;
  readonly putBack: (records: readonly LogRecord[]) => Promise<unknown>;
}

/** A file that the reader chose. While it is read in another way, what was read last stays, so that no field loses the focus. */
export interface FileNow {
  readonly busy: boolean;
  readonly how: HowToRead;
  readonly file?: OpenedFile;
  readonly trouble?: string;
}

const NONE: FileNow = { busy: false, how: {} };

export function useFile(open: FilesDesk['open']) {
  const [now, setNow] = useState(NONE);
  const bytes = useRef<Promise<Uint8Array> | undefined>(undefined);
  const latest = useRef(0);
  const read = async (how: HowToRead) => {
    latest.current += 1;
    const turn = latest.current;
    setNow(({ file }) => ({ busy: true, how, ...(file === undefined ? {} : { file }) }));
    const after = await (bytes.current ?? Promise.reject(new Error()))
      .then((all) => open(all, how))
      .then(
        (file): FileNow => ({ busy: false, how, file }),
        (error: unknown): FileNow => ({ busy: false, how, trouble: messageOf(error) }),
      );
    if (turn === latest.current) setNow(after);
  };
  const choose = (chosen: Blob) => {
    bytes.current = chosen.arrayBuffer().then((buffer) => new Uint8Array(buffer));
    setNow(NONE);
    return read({});
  };
  const drop = () => {
    latest.current += 1;
    bytes.current = undefined;
    setNow(NONE);
  };
  return { now, choose, read, drop };
}
