import type { Source } from '../core/profile.ts';
import { date, number } from '../locales/format.ts';
import { ui } from '../locales/ui.ts';
import type { ProfileView } from '../platform/messages.ts';
import { AsOf } from './Origin.tsx';
import { Outside } from './Outside.tsx';
import type { Dates, Statement } from './profile-dates.ts';

/** The sources of a profile, numbered, and the marks that lead to them. */
export interface Sourced {
  readonly view: ProfileView;
  readonly numbered: readonly string[];
  readonly dates: Dates;
}

/** After a statement, without a blank before it: as of when it holds, unless that is said above for all of them or is what it says (`said`), and the number of its source. */
export function Standing(props: Sourced & { readonly of: Statement; readonly said?: string | undefined }) {
  const { of, dates } = props;
  const day = dates.of(of);
  const ref = <Ref source={of.source} numbered={props.numbered} sources={props.view.sources} />;
  if (dates.all !== undefined || day === props.said) return <> {ref}</>;
  return (
    <>
      ,{' '}
      <span class="asof">
        <AsOf day={day} /> {ref}
      </span>
    </>
  );
}

export function Sources({ numbered, sources }: { readonly numbered: readonly string[]; readonly sources: ProfileView['sources'] }) {
  if (numbered.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{ui.profile.sources}</h2>
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
    <a class="ref" href={`#source-${place}`} aria-label={ui.profile.source(number(place), title ?? '')} title={title}>
      {place}
    </a>
  );
}
