import { ui } from '../locales/ui.ts';
import type { PageView, SiteState } from '../platform/messages.ts';
import { Count, countSentence } from './Count.tsx';
import { Switch } from './Switch.tsx';

export interface PageStateProps {
  readonly view: PageView;
  readonly pausedEverywhere: boolean;
  readonly pausedHere: boolean;
  readonly onReadOnce: () => void;
  /** Called straight from the click, so that the browser may be asked for access. */
  readonly onReadAlways: () => void;
  readonly onPauseHere: (paused: boolean) => void;
  readonly onPauseEverywhere: (paused: boolean) => void;
}

/** The state of the page in words. */
export function siteSentence(site: SiteState): string {
  const words = ui.reader.site;
  switch (site.state) {
    case 'reading':
      return words.reading;
    case 'not-read':
      return words.notRead;
    case 'never':
      return words.never(reasonOf(ui.reader.never, site.why));
    case 'paused':
      return words.paused;
    case 'paused-here':
      return words.pausedHere;
    case 'unsupported':
      return words.unsupported(reasonOf(ui.reader.unsupported, site.why));
  }
}

/** The words for a reason; one of a list that is newer than the words, as it stands there. */
export function reasonOf(reasons: Readonly<Record<string, string>>, why: string): string {
  return (Object.hasOwn(reasons, why) ? reasons[why] : undefined) ?? why;
}

function readingSentence(view: PageView): string {
  const sure = view.entities.filter((entity) => entity.certainty === 'sure').length;
  // The list below says in its own words that it is empty.
  if (view.entities.length === 0) return '';
  return countSentence(sure, view.entities.length - sure);
}

function keptSentence({ kept, partial }: PageView): string {
  return kept === 'kept' && partial ? ui.reader.keptPartly : ui.reader.kept[kept];
}

export function PageState(props: PageStateProps) {
  const { view } = props;
  const reading = view.site.state === 'reading';
  const pausable = reading || view.site.state === 'paused' || view.site.state === 'paused-here';
  return (
    <section class="page-state" aria-label={ui.reader.thisPage}>
      <h1 class="host" tabIndex={-1}>
        <bdi>{view.host === '' ? ui.reader.thisPage : view.host}</bdi>
      </h1>
      <Count view={view} />
      <p role={reading ? undefined : 'status'}>
        {reading ? readingSentence(view) : siteSentence(view.site)} {reading ? <span class="muted">{keptSentence(view)}</span> : undefined}
      </p>
      {view.site.state === 'not-read' ? <Ask {...props} canAsk={view.site.canAsk} /> : undefined}
      {pausable ? (
        <div class="switches">
          {/* The list of paused sites is kept; a private window may not add to it. */}
          {view.kept === 'private-window' ? undefined : (
            <Switch label={ui.reader.pauseHere} on={props.pausedHere} change={props.onPauseHere} />
          )}
          <Switch label={ui.reader.pauseEverywhere} on={props.pausedEverywhere} change={props.onPauseEverywhere} />
        </div>
      ) : undefined}
    </section>
  );
}

function Ask(props: PageStateProps & { readonly canAsk: boolean }) {
  return (
    <>
      <p class="muted">{ui.reader.notLookedAt}</p>
      <div class="buttons">
        <button type="button" class="button primary" onClick={props.onReadOnce}>
          {ui.reader.readOnce}
        </button>
        {props.canAsk ? (
          <button type="button" class="button" onClick={props.onReadAlways}>
            {ui.reader.readAlways}
          </button>
        ) : undefined}
      </div>
    </>
  );
}
