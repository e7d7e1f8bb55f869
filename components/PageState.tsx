import type { PageView, SiteState } from '../platform/messages.ts';
import { Switch } from './Switch.tsx';
import { count, stopped } from './words.ts';

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

const KEPT: Readonly<Record<PageView['kept'], string>> = {
  kept: 'Kept in your log.',
  'private-window': 'Not kept: this is a private window.',
  'recording-off': 'Not kept: recording is switched off.',
  'storage-refused': 'Not kept: the browser gives Muster no storage now.',
  'no-article': 'Not kept: no article was found on this page.',
  waiting: 'Will be kept when the page has been read.',
};

/** The state of the page in words. */
export function siteSentence(site: SiteState): string {
  switch (site.state) {
    case 'reading':
      return 'Muster reads this page.';
    case 'not-read':
      return 'Muster does not read this site.';
    case 'never':
      return `Muster never reads this site: ${stopped(site.why)}`;
    case 'paused':
      return 'Paused everywhere. Nothing is read or marked.';
    case 'paused-here':
      return 'Paused on this site. Nothing is read or marked here.';
    case 'unsupported':
      return `This page cannot be read: ${stopped(site.why)}`;
  }
}

function readingSentence(view: PageView): string {
  const sure = view.entities.filter((entity) => entity.certainty === 'sure').length;
  // The list below says in its own words that it is empty.
  if (view.entities.length === 0) return '';
  const uncertain = view.entities.length - sure;
  const names = sure === 0 ? 'No certain name' : count(sure, 'name', 'names');
  return `${names} on this page${uncertain === 0 ? '' : `, ${uncertain} uncertain`}.`;
}

export function PageState(props: PageStateProps) {
  const { view } = props;
  const reading = view.site.state === 'reading';
  const pausable = reading || view.site.state === 'paused' || view.site.state === 'paused-here';
  return (
    <section class="page-state" aria-label="This page">
      <h1 class="host" tabIndex={-1}>
        <bdi>{view.host === '' ? 'This page' : view.host}</bdi>
      </h1>
      <p role="status">
        {reading ? readingSentence(view) : siteSentence(view.site)} {reading ? <span class="muted">{KEPT[view.kept]}</span> : undefined}
      </p>
      {view.site.state === 'not-read' ? <Ask {...props} canAsk={view.site.canAsk} /> : undefined}
      {pausable ? (
        <div class="switches">
          {/* The list of paused sites is kept; a private window may not add to it. */}
          {view.kept === 'private-window' ? undefined : <Switch label="Pause here" on={props.pausedHere} change={props.onPauseHere} />}
          <Switch label="Pause everywhere" on={props.pausedEverywhere} change={props.onPauseEverywhere} />
        </div>
      ) : undefined}
    </section>
  );
}

function Ask(props: PageStateProps & { readonly canAsk: boolean }) {
  return (
    <>
      <p class="muted">Nothing on it has been looked at. Muster can read this page until you leave it, or this site always.</p>
      <div class="buttons">
        <button type="button" class="button primary" onClick={props.onReadOnce}>
          Read this page once
        </button>
        {props.canAsk ? (
          <button type="button" class="button" onClick={props.onReadAlways}>
            Always read this site
          </button>
        ) : undefined}
      </div>
    </>
  );
}
