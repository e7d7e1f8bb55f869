import fc from 'fast-check';
import { KINDS } from '../../core/profile.ts';
import type { AnnotationRow, ListRow, OwnEntity } from '../../platform/log-rows.ts';
import { DOT_COLOURS } from '../../platform/messages.ts';
import { anyText, cleanName, IDS, maybe, moment } from './texts.ts';

/** What the reader could have added and written. */

export const ownEntity: fc.Arbitrary<Omit<OwnEntity, 'aliases'> & { readonly aliases: readonly string[] }> = fc
  .record({
    uuid: fc.uuid(),
    name: cleanName,
    kind: fc.constantFrom(...KINDS),
    aliases: fc.uniqueArray(cleanName, { maxLength: 3 }),
    note: maybe(anyText),
    added: moment,
  })
  .map(({ uuid, name, aliases, note, ...rest }) => {
    const said = note?.trim() ?? '';
    return { id: `own:${uuid}`, name, aliases: aliases.filter((one) => one !== name), ...rest, ...(said === '' ? {} : { note: said }) };
  });

const alias = fc.record({ text: cleanName, lang: fc.constantFrom('en', 'uk', 'deu') });

/** With all that an entity of one's own may have: aliases in a language, and a later change. */
export const changedOwn: fc.Arbitrary<OwnEntity> = fc
  .record({ one: ownEntity, named: fc.uniqueArray(alias, { maxLength: 2, selector: ({ text }) => text }), changed: maybe(moment) })
  .map(({ one, named, changed }) => {
    const texts = new Set([one.name, ...one.aliases]);
    const aliases = [...one.aliases, ...named.filter(({ text }) => !texts.has(text))];
    return { ...one, aliases, ...(changed === undefined ? {} : { changed }) };
  });

const LISTS = ['list:1', 'list:2', 'list:3'];

export const listRow: fc.Arbitrary<ListRow> = fc
  .record({
    id: fc.constantFrom(...LISTS),
    name: cleanName.map((name) => name.slice(0, 100).trim()),
    colour: fc.constantFrom(...DOT_COLOURS),
    notify: fc.boolean(),
    changed: moment,
  })
  .map(({ notify, ...row }) => ({ ...row, ...(notify ? { notify } : {}) }));

const overlay: fc.Arbitrary<NonNullable<AnnotationRow['overlay']>> = fc
  .record(
    {
      name: cleanName,
      country: fc.constantFrom('UA', 'NATO'),
      line: cleanName,
      website: fc.constant('https://acme.example/'),
      aliases: fc.uniqueArray(fc.oneof(cleanName, alias), {
        minLength: 1,
        maxLength: 3,
        selector: (one) => (typeof one === 'string' ? one : one.text),
      }),
    },
    { requiredKeys: [] },
  )
  .map(({ aliases, ...rest }) => {
    const others = (aliases ?? []).filter((one) => (typeof one === 'string' ? one : one.text) !== rest.name);
    return { ...rest, ...(others.length === 0 ? {} : { aliases: others }) };
  });

/** One that says something. */
export const annotation: fc.Arbitrary<AnnotationRow> = fc
  .record({
    id: fc.constantFrom(...IDS),
    note: maybe(anyText.map((text) => `N${text}`)),
    lists: fc.subarray(LISTS),
    overlay,
    changed: moment,
  })
  .filter((row) => row.note !== undefined || row.lists.length > 0 || Object.keys(row.overlay).length > 0)
  .map(({ id, note, lists, overlay: corrected, changed }) => ({
    id,
    ...(note === undefined ? {} : { note }),
    ...(lists.length === 0 ? {} : { lists }),
    ...(Object.keys(corrected).length === 0 ? {} : { overlay: corrected }),
    changed,
  }));
