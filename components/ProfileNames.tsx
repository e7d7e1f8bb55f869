import type { Language, PersonName, Profile } from '../core/profile.ts';
import { language } from './words.ts';

interface Spelling {
  readonly text: string;
  readonly weak: boolean;
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
  const groups = new Map<Language, Map<string, boolean>>();
  const note = (tag: Language, text: string, weak: boolean) => {
    const group = groups.get(tag) ?? new Map<string, boolean>();
    group.set(text, weak && (group.get(text) ?? true));
    groups.set(tag, group);
  };
  note('', profile.name, false);
  for (const alias of profile.aliases) note(alias.lang ?? '', alias.text, alias.role === 'weak');
  for (const [tag, name] of Object.entries(profile.names ?? {})) note(tag, writtenOut(name, tag), false);
  // English is what the names of no one language are mostly in: what stands there need not stand twice.
  for (const text of groups.get('')?.keys() ?? []) groups.get('en')?.delete(text);
  return new Map(
    [...groups].filter(([, texts]) => texts.size > 0).map(([tag, texts]) => [tag, [...texts].map(([text, weak]) => ({ text, weak }))]),
  );
}

/** The names in all scripts, by language. */
export function ProfileNames({ profile }: { readonly profile: Profile }) {
  const groups = [...spellings(profile)];
  const anyWeak = groups.some(([, texts]) => texts.some((spelling) => spelling.weak));
  return (
    <section aria-labelledby="names">
      <h2 id="names">Names</h2>
      <dl class="facts">
        {groups.map(([tag, texts]) => (
          <div key={tag}>
            <dt>{tag === '' ? 'Any language' : language(tag)}</dt>
            <dd>
              <ul class="spellings" lang={tag === '' ? undefined : tag}>
                {texts.map((spelling) => (
                  <li key={spelling.text} class={spelling.weak ? 'weak' : undefined}>
                    <bdi>{spelling.text}</bdi>
                    {spelling.weak ? (
                      <span lang="en" class="weak-mark">
                        {' '}
                        weak
                      </span>
                    ) : undefined}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      {anyWeak ? <p class="muted">A weak name is marked only where something else on the page speaks for it.</p> : undefined}
    </section>
  );
}
