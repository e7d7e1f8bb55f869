import { useState } from 'preact/hooks';
import { ui } from '../../locales/ui.ts';
import { messageOf } from '../asked.ts';
import { FilesTakeIn, type FilesTakeInProps } from './FilesTakeIn.tsx';
import { Section } from './Section.tsx';

/** What goes out as a file and comes in from one. */
export function Files(props: FilesTakeInProps) {
  return (
    <Section id="files" title={ui.files.title}>
      <Backup backup={props.desk.backup} />
      <FilesTakeIn {...props} />
    </Section>
  );
}

/** Everything in one file, and what is in it and who can read it before it is made. */
function Backup({ backup }: Pick<FilesTakeInProps['desk'], 'backup'>) {
  const [part, setPart] = useState<number | undefined>(undefined);
  const [said, say] = useState({ well: '', bad: '' });
  const begin = () => {
    setPart(0);
    say({ well: '', bad: '' });
    void backup(setPart)
      .then(
        (name) => say({ well: ui.files.saved(name), bad: '' }),
        (error: unknown) => say({ well: '', bad: ui.files.notSaved(messageOf(error)) }),
      )
      .finally(() => setPart(undefined));
  };
  return (
    <>
      <h3>{ui.files.backup}</h3>
      <p>{ui.files.backupNote}</p>
      <p>{ui.files.readable}</p>
      <button type="button" class="button" data-act="backup" disabled={part !== undefined} onClick={begin}>
        {ui.files.save}
      </button>
      {part === undefined ? undefined : (
        <div class="progress">
          <progress aria-label={ui.files.backup} max={1} value={part} />
          <span class="muted">{ui.files.saving}</span>
        </div>
      )}
      <p role="status">{said.well}</p>
      <p role="alert">{said.bad}</p>
      <p class="muted">{ui.files.otherFormats(<a href="/explorer.html">{ui.explorer.open}</a>)}</p>
    </>
  );
}
