import { useState } from 'preact/hooks';
import type { Kind } from '../../core/profile.ts';
import { ui } from '../../locales/ui.ts';
import type { LogFeed } from '../../platform/exchange/log-shapes.ts';
import type { HowToRead, OpenedFile } from '../../platform/exchange/open-file.ts';
import type { FileFormat } from '../../platform/exchange/recognise.ts';
import { Notice } from '../Asking.tsx';
import type { ReaderApi } from '../api.ts';
import { Switch } from '../Switch.tsx';
import { FilesBad } from './FilesBad.tsx';
import { FilesColumns } from './FilesColumns.tsx';
import { FilesRows } from './FilesRows.tsx';
import { feedHref } from './feed-link.ts';
import { KindField } from './OwnForm.tsx';
import { countedWords, countsOf, overdueIn, sumOf } from './took-in.ts';

interface FilesPreviewProps {
  readonly file: OpenedFile;
  readonly how: HowToRead;
  /** How much is taken in, while it is. */
  readonly part: number | undefined;
  readonly briefs: ReaderApi['briefs'];
  /** As long as it is not known nothing is said of it. */
  readonly retentionDays: number | undefined;
  readonly read: (how: HowToRead) => void;
  readonly take: (file: OpenedFile, withSettings: boolean) => void;
}

const FORMATS = Object.keys({ log: true, 'follow-the-money': true, csv: true, names: true } satisfies Record<
  FileFormat,
  true
>) as readonly FileFormat[];

/** What is in the file and how it is read, before anything of it is stored. */
export function FilesPreview(props: FilesPreviewProps) {
  const { file, how, read } = props;
  const [withSettings, setWithSettings] = useState(true);
  const counts = countsOf(file);
  const n = sumOf(counts);
  const hasSettings = file.what === 'log' && file.settings !== undefined;
  const settings = hasSettings && withSettings;
  return (
    <div class="preview">
      <FormatChoice chosen={file.format} choose={(format) => read({ format })} />
      {file.what === 'names' && file.table !== undefined ? (
        <FilesColumns table={file.table} choose={(mapping) => read({ ...how, mapping })} />
      ) : undefined}
      <KindChoice file={file} choose={(kind) => read({ ...how, kind })} />
      {n > 0 ? <p>{ui.files.holds(countedWords(counts))}</p> : undefined}
      {n === 0 && !hasSettings && !isUnmapped(file) ? <p>{ui.files.holdsNothing}</p> : undefined}
      {file.what === 'names' && file.passed > 0 ? <p>{ui.files.passed(file.passed)}</p> : undefined}
      <FilesRows file={file} briefs={props.briefs} />
      <FilesBad bad={file.bad} open={n === 0} />
      {hasSettings ? (
        <Switch label={ui.files.withSettings} note={ui.files.withSettingsNote} on={withSettings} change={setWithSettings} />
      ) : undefined}
      <Overdue {...props} settings={settings} />
      <FeedsIn file={file} />
      <Take {...props} n={n} settings={settings} offered={n > 0 || hasSettings} />
    </div>
  );
}

/** Nothing is taken in only to be swept out: by the time that will hold, which may come with the file. */
function Overdue({ file, retentionDays, settings }: FilesPreviewProps & { readonly settings: boolean }) {
  const given = file.what === 'log' && settings ? (file.settings as { readonly retentionDays?: unknown }).retentionDays : undefined;
  const days = typeof given === 'number' ? given : retentionDays;
  const n = days === undefined ? 0 : overdueIn(file, days, Date.now());
  if (n === 0) return null;
  return (
    <Notice>
      <p>
        {ui.files.overdue(n)} <a href="#kept">{ui.options.kept}</a>
      </p>
    </Notice>
  );
}

interface TakeProps extends FilesPreviewProps {
  readonly n: number;
  readonly settings: boolean;
  readonly offered: boolean;
}

function Take({ file, part, take, n, settings, offered }: TakeProps) {
  if (!offered) return null;
  return (
    <>
      <button
        type="button"
        class="button primary"
        data-act="take"
        disabled={part !== undefined || (n === 0 && !settings)}
        onClick={() => take(file, settings)}
      >
        {n === 0 && settings ? ui.files.takeSettings : ui.files.take(n)}
      </button>
      {part === undefined ? undefined : (
        <div class="progress">
          <progress aria-label={ui.files.takeIn} max={1} value={part} />
          <span class="muted">{ui.files.taking}</span>
        </div>
      )}
    </>
  );
}

/** A table of which nobody has said yet where the names are. */
function isUnmapped(file: OpenedFile): boolean {
  return file.what === 'names' && file.table !== undefined && file.table.mapping === undefined;
}

function FormatChoice({ chosen, choose }: { readonly chosen: FileFormat; readonly choose: (format: FileFormat) => void }) {
  return (
    <label class="labelled">
      {ui.files.readAs}
      <select class="field" value={chosen} onChange={(event) => choose(event.currentTarget.value as FileFormat)}>
        {FORMATS.map((format) => (
          <option key={format} value={format}>
            {ui.files.formats[format]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** FollowTheMoney says of each what it is; a list says it of none. */
function KindChoice({ file, choose }: { readonly file: OpenedFile; readonly choose: (kind: Kind) => void }) {
  if (file.what === 'log' || file.format === 'follow-the-money' || isUnmapped(file)) return null;
  const label = file.table?.mapping?.kind === undefined ? ui.files.kindOfAll : ui.files.kindOfRest;
  return <KindField label={label} kind={file.kind} choose={choose} />;
}

function FeedsIn({ file }: { readonly file: OpenedFile }) {
  const feeds = file.what === 'log' ? file.feeds.filter(isAddable) : [];
  if (feeds.length === 0) return null;
  return (
    <>
      <h4>{ui.files.feedsInIt}</h4>
      <p class="muted">{ui.files.feedsNote}</p>
      <ul>
        {feeds.map((feed) => (
          <li key={feed.id}>
            <a href={feedHref(feed.url, feed.id)} target="_blank" rel="noopener">
              {ui.files.addFeed(feed.title ?? feed.url)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The feed that comes with Muster is in every Muster. */
function isAddable({ id }: LogFeed): boolean {
  return /^[0-9a-f]{40}$/.test(id);
}
