import type { ComponentChildren } from 'preact';
import type { EntityId, Fact, Kind, Office, Profile, RelationType } from '../core/profile.ts';
import { date } from '../locales/format.ts';
import { say } from '../locales/say.ts';
import { ui } from '../locales/ui.ts';
import type { ProfileView } from '../platform/messages.ts';
import { hostOf } from './links.ts';
import { Name } from './Name.tsx';
import { FeedMark, Origin } from './Origin.tsx';
import { Outside } from './Outside.tsx';
import { PairList } from './PairList.tsx';
import { ProfileNames } from './ProfileNames.tsx';
import { type Sourced, Sources, Standing } from './ProfileSources.tsx';
import type { Named } from './places.ts';
import { type Dates, datesOf } from './profile-dates.ts';
import { capitalised, descriptor, labelOf, term } from './words.ts';

export interface ProfileSheetProps {
  readonly view: ProfileView;
  readonly onOpen: (id: EntityId) => void;
  readonly onPair: (a: Named, b: Named) => void;
  /** What the reader wrote, below the head. */
  readonly mine?: ComponentChildren;
  /** Left out where with whom it was named is told beside it. */
  readonly onNamedWith?: (of: Named) => void;
}

/** What is known of one entity: every statement with its date and the number of its source. */
export function ProfileSheet(given: ProfileSheetProps) {
  const props = { ...given, view: withSources(given.view) };
  const { view } = props;
  const { profile } = view;
  const told = toldAbove(view);
  const numbered = numberSources(profile, told);
  const sourced: Sourced = { view, numbered, dates: datesOf(view) };
  return (
    <article class="profile">
      <h1 tabIndex={-1}>
        <Name name={profile.name} kind={profile.kind} />
      </h1>
      <p class="lede" dir="auto">
        {capitalised(view.line)}
        {told === undefined ? undefined : <Standing {...sourced} of={told} />}
      </p>
      <p class="muted">{descriptorOf(view, sourced.dates)}</p>
      <Origin of={view} />
      <AlsoIn view={view} />
      {props.mine}
      <Offices {...props} {...sourced} />
      <Facts {...props} {...sourced} />
      <Relations {...props} {...sourced} />
      {props.onNamedWith === undefined ? undefined : <NamedWithSection {...props} onNamedWith={props.onNamedWith} />}
      <ProfileNames profile={profile} />
      <Sources numbered={numbered} sources={view.sources} />
    </article>
  );
}

/** What the reader added or corrected has the reader for its source, which is ours to word. */
function withSources(view: ProfileView): ProfileView {
  return Object.hasOwn(view.sources, 'own') ? { ...view, sources: { ...view.sources, own: { title: ui.profile.addedByYou } } } : view;
}

/** What it is, and as of when: of the profile, and of what it states if that is one other date. */
function descriptorOf({ profile, line, origin }: ProfileView, { all }: Dates): string {
  if (origin === 'own') return descriptor(profile, line, ui.profile.ownAdded);
  if (all === profile.asOf) return descriptor(profile, line, ui.profile.allAsOf);
  return `${descriptor(profile, line, say.profileAsOf)}${all === undefined ? '' : ` ${ui.profile.statedAsOf(date(all))}`}`;
}

/** Other feeds that know the same one: theirs is not shown, this one comes first. */
function AlsoIn({ view }: { readonly view: ProfileView }) {
  if (view.alsoIn.length === 0) return null;
  return (
    <p class="muted">
      {ui.profile.alsoIn}{' '}
      {view.alsoIn.map((feed, index) => (
        <span key={feed.id}>
          {index === 0 ? '' : ', '}
          <FeedMark feed={feed} />
        </span>
      ))}
    </p>
  );
}

/** The fact that the line under the name has told already: it is not told twice. */
function toldAbove({ profile, line }: ProfileView): Fact | undefined {
  return profile.facts.find((fact) => fact.key === 'does' && line.includes(fact.value));
}

/** Sources in the order in which the profile first leans on them, those that no single statement names at the end. */
export function numberSources(profile: Profile, first?: Fact): readonly string[] {
  return [
    ...new Set([
      ...(first === undefined ? [] : [first.source]),
      ...presentFirst(profile.offices).map((office) => office.source),
      ...profile.facts.map((fact) => fact.source),
      ...profile.relations.map((one) => one.source),
      ...profile.sources,
    ]),
  ];
}

/** Offices held now before those that are over; in each, the later first. */
export function presentFirst(offices: readonly Office[]): readonly Office[] {
  const past = (office: Office) => (office.until === undefined ? 0 : 1);
  const when = (office: Office) => office.until ?? office.since ?? '';
  return [...offices].sort((a, b) => past(a) - past(b) || (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : 0));
}

type SectionProps = ProfileSheetProps & Sourced;

function Offices(props: SectionProps) {
  const { view, onOpen } = props;
  if (view.profile.offices.length === 0) return null;
  return (
    <section aria-labelledby="offices">
      <h2 id="offices">{ui.profile.offices}</h2>
      <ul class="statements">
        {presentFirst(view.profile.offices).map((office) => (
          <li key={`${office.office} ${office.since}`} class={office.until === undefined ? undefined : 'past'}>
            <span dir="auto">{office.office}</span>
            {office.acting === true ? ` ${ui.profile.acting}` : ''}
            {officeTerm(office)}
            <Standing {...props} of={office} />
            {office.organisation === undefined || !Object.hasOwn(view.labels, office.organisation) ? undefined : (
              <span class="block">
                <EntityLink id={office.organisation} view={view} onOpen={onOpen} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function officeTerm(office: Office): string {
  const words = term(office.since, office.until);
  return words === '' ? '' : `, ${words}`;
}

function Facts(props: SectionProps) {
  const { view } = props;
  const told = toldAbove(view);
  const facts = view.profile.facts.filter((fact) => fact !== told);
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{ui.profile.facts}</h2>
      <dl class="facts">
        {facts.map((fact) => (
          <div key={`${fact.key} ${fact.value}`}>
            <dt>{ui.profile.labels[fact.key]}</dt>
            <dd>
              <FactValue fact={fact} />
              <Standing {...props} of={fact} said={fact.value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function FactValue({ fact }: { readonly fact: Fact }) {
  if (fact.key === 'website') return <Outside address={fact.value} words={hostOf(fact.value)} />;
  return <span dir="auto">{fact.key === 'founded' || fact.key === 'date' ? date(fact.value) : fact.value}</span>;
}

function Relations(props: SectionProps) {
  const { view, onOpen } = props;
  const { profile } = view;
  if (profile.relations.length === 0) return null;
  return (
    <section aria-labelledby="relations">
      <h2 id="relations">{ui.profile.relations}</h2>
      <p class="muted">{ui.profile.relationsNote}</p>
      <ul class="statements">
        {profile.relations.map((one) => (
          <li key={`${one.type} ${one.to} ${one.on} ${one.since}`}>
            {relationOf(one.type, profile.kind)(<bdi>{profile.name}</bdi>, <EntityLink id={one.to} view={view} onOpen={onOpen} />)}
            {one.on === undefined ? '' : `, ${date(one.on)}`}
            {term(one.since, one.until) === '' ? '' : `, ${term(one.since, one.until)}`}
            <Standing {...props} of={one} said={one.on} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A company is held by somebody; an event was. */
export function relationOf(type: RelationType, kind: Kind) {
  return type === 'held-by' && kind === 'event' ? ui.profile.eventHeldBy : ui.profile.relation[type];
}

function NamedWithSection({ view, onPair, onNamedWith }: Required<Pick<ProfileSheetProps, 'view' | 'onPair' | 'onNamedWith'>>) {
  const me = { id: view.profile.id, name: view.profile.name };
  const { seen } = view;
  return (
    <section aria-labelledby="named-with">
      <h2 id="named-with">{ui.profile.namedWith}</h2>
      <p class="muted">{ui.profile.namedWithNote}</p>
      <p>{seenSentence(seen)}</p>
      <PairList of={me} pairs={view.namedWith.slice(0, 5)} onPair={onPair} />
      {view.namedWith.length === 0 ? undefined : (
        <button type="button" class="plain" onClick={() => onNamedWith(me)}>
          {ui.profile.showAll}
        </button>
      )}
    </section>
  );
}

function seenSentence(seen: ProfileView['seen']): string {
  const words = ui.profile;
  if (seen.articles === 0) return words.notSeen;
  if (seen.first === undefined) return words.seen(seen.articles);
  if (seen.last === undefined || seen.last === seen.first) return words.seenOn(seen.articles, date(seen.first));
  return words.seenFrom(seen.articles, date(seen.first, true), date(seen.last, true));
}

function EntityLink({ id, view, onOpen }: { readonly id: EntityId; readonly view: ProfileView; readonly onOpen: (id: EntityId) => void }) {
  return (
    <button type="button" class="plain" onClick={() => onOpen(id)}>
      <bdi>{labelOf(view.labels, id)}</bdi>
    </button>
  );
}
