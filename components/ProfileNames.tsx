import type { Language, PersonName, Profile } from '../core/profile.ts';
import { localeNow } from '../locales/format.ts';
import { ui } from '../locales/ui.ts';
import { language, term } from './words.ts';

interface Spelling {
  readonly text: string;
  readonly weak: boolean;
  /** When the entity was called so, in words; left out for a name that is in use. */
  readonly when?: string;
}

/** Where the family name comes first when a name is written out. */
const FAMILY_FIRST: ReadonlySet<Language> = new Set(['ja', 'zh', 'ko', 'hu', 'vi']);
const WITHOUT_SPACE: ReadonlySet<Language> = new Set(['ja', 'zh', 'ko']);

export function writtenOut(name: PersonName, tag: Language): string {
  const given = [name.given, name.patronymic].filter((part) => part !== undefined);
  const parts = FAMILY_FIRST.has(tag) ? [name.family, ...given] : [...given, name.family];
  return parts.join(WITHOUT_SPACE.has(tag) ? '' : ' ');
}

/** All spellings by language, those of no one language first (key ''). Each text once; strong wins over weak. */
export function spellings(profile: Profile): ReadonlyMap<Language, readonly Spelling[]> {
  const groups = new Map<Language, Map<string, Spelling>>();
  const note = (tag: Language, text: string, weak = false, when = '') => {
    const group = groups.get(tag) ?? new Map<string, Spelling>();
    group.set(text, { text, weak: weak && (group.get(text)?.weak ?? true), ...(when === '' ? {} : { when }) });
    groups.set(tag, group);
  };
  note('', profile.name);
  for (const [tag, name] of Object.entries(profile.names ?? {})) note(tag, writtenOut(name, tag));
  for (const { lang = '', text, role, since, until } of profile.aliases) note(lang, text, role === 'weak', term(since, until));
  // English is what the names of no one language are mostly in: what stands there need not stand twice.
  for (const text of groups.get('')?.keys() ?? []) groups.get('en')?.delete(text);
  return new Map([...groups].filter(([, texts]) => texts.size > 0).map(([tag, texts]) => [tag, [...texts.values()]]));
}

/** As many spellings as can be taken in at a glance; of more, the chief ones are shown and the rest is folded away. */
const GLANCE = 8;
const CHIEF = { anyLanguage: 4, oneLanguage: 1 } as const;

type Group = readonly [Language, readonly Spelling[]];

/** What to show at once, and what to fold away. Every language keeps at least one spelling in sight. */
export function chiefSpellings(groups: readonly Group[]): { readonly chief: readonly Group[]; readonly rest: readonly Group[] } {
  const parted = groups.map(([tag, texts]) => {
    const most = tag === '' ? CHIEF.anyLanguage : CHIEF.oneLanguage;
    const strong = texts.filter((spelling) => !spelling.weak).slice(0, most);
    const chief = strong.length > 0 ? strong : texts.slice(0, 1);
    return { tag, chief, rest: texts.filter((spelling) => !chief.includes(spelling)) };
  });
  const folded = parted.reduce((sum, { rest }) => sum + rest.length, 0);
  const all = groups.reduce((sum, [, texts]) => sum + texts.length, 0);
  // To fold one or two away would save no room.
  if (all <= GLANCE || folded < 3) return { chief: groups, rest: [] };
  return {
    chief: parted.map(({ tag, chief }) => [tag, chief] as const),
    rest: parted.filter(({ rest }) => rest.length > 0).map(({ tag, rest }) => [tag, rest] as const),
  };
}

/** The names in all scripts, by language. */
export function ProfileNames({ profile }: { readonly profile: Profile }) {
  const { chief, rest } = chiefSpellings([...spellings(profile)]);
  const folded = rest.reduce((sum, [, texts]) => sum + texts.length, 0);
  return (
    <section aria-labelledby="names">
      <h2 id="names">{ui.profile.names}</h2>
      <Spellings groups={chief} />
      {folded === 0 ? undefined : (
        <details>
          <summary>{ui.profile.more(folded)}</summary>
          <Spellings groups={rest} />
        </details>
      )}
    </section>
  );
}

function Spellings({ groups }: { readonly groups: readonly Group[] }) {
  const anyWeak = groups.some(([, texts]) => texts.some((spelling) => spelling.weak));
  return (
    <>
      <dl class="facts">
        {groups.map(([tag, texts]) => (
          <div key={tag}>
            <dt>{tag === '' ? ui.profile.anyLanguage : language(tag)}</dt>
            <dd>
              <ul class="spellings" lang={tag === '' ? undefined : tag}>
                {texts.map((spelling) => (
                  <SpellingItem key={spelling.text} spelling={spelling} />
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      {anyWeak ? <p class="muted">{ui.profile.weakNote}</p> : undefined}
    </>
  );
}

function SpellingItem({ spelling }: { readonly spelling: Spelling }) {
  return (
    <li class={spelling.weak ? 'weak' : undefined}>
      <bdi>{spelling.text}</bdi>
      {spelling.when === undefined ? undefined : <span lang={localeNow()}> ({spelling.when})</span>}
      {spelling.weak ? (
        <span lang={localeNow()} class="weak-mark">
          {' '}
          {ui.profile.weak}
        </span>
      ) : undefined}
    </li>
  );
}
