import type { EntityId } from '../core/profile.ts';
import { say } from '../locales/say.ts';
import type { CardView, PairView } from '../platform/messages.ts';
import { Name } from './Name.tsx';
import { AsOf, Origin } from './Origin.tsx';
import { uncertainSentence, whySentences } from './why.ts';
import { capitalised, descriptor, together } from './words.ts';

export interface CardProps {
  readonly view: CardView;
  /** `explore`: in the explorer, with all that was read of it. */
  readonly onOpenProfile: (id: EntityId, explore?: boolean) => void;
}

/**
 * One glance: who it is, as of when, why it is marked, and with whom it was named most. It changes nothing; what can be
 * pressed opens the profile, here or in the explorer, and only for a press that the reader really made.
 */
export function Card({ view, onOpenProfile }: CardProps) {
  // What the line tells is as fresh as the profile: said once, below.
  const sameDay = view.lineAsOf === view.asOf;
  return (
    <>
      <h1 id="name">
        <Name name={view.name} kind={view.kind} certainty={view.certainty} />
      </h1>
      <p>
        <span dir="auto">{capitalised(view.line)}</span>
        {sameDay ? undefined : (
          <>
            , <AsOf day={view.lineAsOf} />
          </>
        )}
      </p>
      <p class="muted">{descriptor(view, view.line, sameDay ? say.asOfSentence : say.profileAsOf)}</p>
      <Origin of={view} />
      <div class="why">
        {view.certainty === 'uncertain' ? <p class="unsure">{uncertainSentence(view.also)}</p> : undefined}
        <p>{whySentences(view.surface, view.why, view.labels).join(' ')}</p>
      </div>
      <Pairs view={view} />
      <div class="actions">
        <Open id={view.id} words={view.also.length === 0 ? say.card.openProfile : view.name} onOpenProfile={onOpenProfile} />
        {view.also.map((other) => (
          <Open key={other.id} id={other.id} words={other.name} onOpenProfile={onOpenProfile} />
        ))}
        {view.pairs.length === 0 ? undefined : (
          <Open id={view.id} words={say.card.explore} onOpenProfile={(id) => onOpenProfile(id, true)} />
        )}
      </div>
    </>
  );
}

/** The closest level only: there is no room for more. */
function closestOf({ sentences, articles }: PairView) {
  return sentences > 0 ? { sentences } : { articles };
}

function Pairs({ view }: { readonly view: CardView }) {
  if (view.pairs.length === 0) return null;
  return (
    <div class="pairs">
      <h2>{say.card.namedWith}</h2>
      <ul>
        {view.pairs.slice(0, 3).map((pair) => (
          <li key={pair.id}>
            <bdi>{pair.name}</bdi> <span class="muted">{together(closestOf(pair))}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Open({
  id,
  words,
  onOpenProfile,
}: {
  readonly id: EntityId;
  readonly words: string;
  readonly onOpenProfile: (id: EntityId) => void;
}) {
  const open = (event: MouseEvent) => {
    // A page can send us clicks of its own making; only the browser can mark one as trusted.
    if (event.isTrusted) onOpenProfile(id);
  };
  return (
    <button type="button" onClick={open}>
      <bdi>{words}</bdi>
    </button>
  );
}
