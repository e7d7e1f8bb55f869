import type { EntityId, Fact, Office, Profile, Source } from '../core/profile.ts';
import type { ProfileView } from '../platform/messages.ts';
import { hostOf, safeHref } from './links.ts';
import { Name } from './Name.tsx';
import { PairList } from './PairList.tsx';
import { ProfileNames } from './ProfileNames.tsx';
import type { Named } from './places.ts';
import { articles, capitalised, date, descriptor, FACT_LABELS, labelOf, relation, term } from './words.ts';

export interface ProfileSheetProps {
  readonly view: ProfileView;
  readonly onOpen: (id: EntityId) => void;
  readonly onPair: (a: Named, b: Named) => void;
  readonly onNamedWith: (of: Named) => void;
}

/** What is known of one entity: every statement with its date and the number of its source. */
export function ProfileSheet(props: ProfileSheetProps) {
  const { view } = props;
  const { profile } = view;
  const told = toldAbove(view);
  const numbered = numberSources(profile, told);
  return (
    <article class="profile">
      <h1 tabIndex={-1}>
        <Name name={profile.name} kind={profile.kind} />
      </h1>
      <p class="lede" dir="auto">
        {capitalised(view.line)}
        {told === undefined ? undefined : (
          <>
            {' '}
            <Ref source={told.source} numbered={numbered} sources={view.sources} />
          </>
        )}
      </p>
      <p class="muted">{descriptor(profile, view.line, view.origin === 'own' ? 'From your own list, added' : 'As of')}</p>
      <Offices {...props} numbered={numbered} />
      <Facts {...props} numbered={numbered} />
      <Relations {...props} numbered={numbered} />
      <NamedWithSection {...props} />
      <ProfileNames profile={profile} />
      <Sources numbered={numbered} sources={view.sources} />
    </article>
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

type SectionProps = ProfileSheetProps & { readonly numbered: readonly string[] };

function Offices({ view, onOpen, numbered }: SectionProps) {
  if (view.profile.offices.length === 0) return null;
  return (
    <section aria-labelledby="offices">
      <h2 id="offices">Offices</h2>
      <ul class="statements">
        {presentFirst(view.profile.offices).map((office) => (
          <li key={`${office.office} ${office.since}`} class={office.until === undefined ? undefined : 'past'}>
            <span dir="auto">{office.office}</span>
            {office.acting === true ? ' (acting)' : ''}
            {officeTerm(office)} <Ref source={office.source} numbered={numbered} sources={view.sources} />
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

function Facts({ view, numbered }: SectionProps) {
  const told = toldAbove(view);
  const facts = view.profile.facts.filter((fact) => fact !== told);
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Facts</h2>
      <dl class="facts">
        {facts.map((fact) => (
          <div key={`${fact.key} ${fact.value}`}>
            <dt>{FACT_LABELS[fact.key]}</dt>
            <dd>
              <FactValue fact={fact} />{' '}
              <span class="asof">
                {fact.asOf === undefined || fact.asOf === fact.value ? undefined : <span class="muted">as of {date(fact.asOf)} </span>}
                <Ref source={fact.source} numbered={numbered} sources={view.sources} />
              </span>
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

function Relations({ view, onOpen, numbered }: SectionProps) {
  const { profile } = view;
  if (profile.relations.length === 0) return null;
  return (
    <section aria-labelledby="relations">
      <h2 id="relations">Relations</h2>
      <p class="muted">Stated by a source, and dated.</p>
      <ul class="statements">
        {profile.relations.map((one) => (
          <li key={`${one.type} ${one.to} ${one.on} ${one.since}`}>
            <bdi>{profile.name}</bdi> {relation(one.type, profile.kind)} <EntityLink id={one.to} view={view} onOpen={onOpen} />
            {one.on === undefined ? '' : `, ${date(one.on)}`}
            {term(one.since, one.until) === '' ? '' : `, ${term(one.since, one.until)}`}{' '}
            <Ref source={one.source} numbered={numbered} sources={view.sources} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NamedWithSection({ view, onPair, onNamedWith }: ProfileSheetProps) {
  const me = { id: view.profile.id, name: view.profile.name };
  const { seen } = view;
  return (
    <section aria-labelledby="named-with">
      <h2 id="named-with">Named with</h2>
      <p class="muted">Counted in the articles that you read. A count says only that both were named; it states nothing about them.</p>
      <p>{seenSentence(seen)}</p>
      <PairList of={me} pairs={view.namedWith.slice(0, 5)} onPair={onPair} />
      {view.namedWith.length === 0 ? undefined : (
        <button type="button" class="plain" onClick={() => onNamedWith(me)}>
          Show all
        </button>
      )}
    </section>
  );
}

function seenSentence(seen: ProfileView['seen']): string {
  if (seen.articles === 0) return 'Not yet named in an article that you read.';
  if (seen.first === undefined) return `Named in ${articles(seen.articles)}.`;
  const span =
    seen.last === undefined || seen.last === seen.first ? `of ${date(seen.first)}` : `from ${date(seen.first)} to ${date(seen.last)}`;
  return `Named in ${articles(seen.articles)}, ${span}.`;
}

function Sources({ numbered, sources }: { readonly numbered: readonly string[]; readonly sources: ProfileView['sources'] }) {
  if (numbered.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ol class="sources">
        {numbered.map((id, index) => (
          <li key={id} id={`source-${index + 1}`} tabIndex={-1}>
            <SourceLine id={id} source={Object.hasOwn(sources, id) ? sources[id] : undefined} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function SourceLine({ id, source }: { readonly id: string; readonly source: Source | undefined }) {
  if (source === undefined) return <bdi>{id}</bdi>;
  const about = [source.publisher, source.date === undefined ? undefined : date(source.date), source.licence].filter(
    (part) => part !== undefined,
  );
  return (
    <>
      <Outside address={source.url} words={source.title} />
      {about.length === 0 ? undefined : (
        <span class="muted" dir="auto">
          . {about.join(', ')}
        </span>
      )}
    </>
  );
}

function Ref(props: { readonly source: string; readonly numbered: readonly string[]; readonly sources: ProfileView['sources'] }) {
  const place = props.numbered.indexOf(props.source) + 1;
  const title = Object.hasOwn(props.sources, props.source) ? props.sources[props.source]?.title : props.source;
  return (
    <a class="ref" href={`#source-${place}`} aria-label={`Source ${place}: ${title}`} title={title}>
      {place}
    </a>
  );
}

/** A link that leaves Muster; text if the address is not one of the web. */
export function Outside({ address, words }: { readonly address: string | undefined; readonly words: string }) {
  const href = safeHref(address);
  if (href === undefined) return <span dir="auto">{words}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" dir="auto">
      {words}
    </a>
  );
}

function EntityLink({ id, view, onOpen }: { readonly id: EntityId; readonly view: ProfileView; readonly onOpen: (id: EntityId) => void }) {
  return (
    <button type="button" class="plain" onClick={() => onOpen(id)}>
      <bdi>{labelOf(view.labels, id)}</bdi>
    </button>
  );
}
