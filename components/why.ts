import type { Evidence, Why } from '../core/mention.ts';
import type { EntityId } from '../core/profile.ts';
import { isolated, list } from '../locales/format.ts';
import { say } from '../locales/say.ts';
import { labelOf, language } from './words.ts';

type Labels = Readonly<Record<EntityId, string>>;

/** Why a surface was marked, in sentences: first the form, then what spoke for it. Never empty. */
export function whySentences(surface: string, why: Why, labels: Labels): readonly string[] {
  const evidence = why.evidence.map((one) => evidenceSentence(one, labels)).filter((sentence) => sentence !== '');
  const isClear = why.evidence.some((one) => one.type === 'strong-alias');
  return [isClear ? say.why.clear(form(surface, why)) : `${form(surface, why)}.`, ...evidence];
}

function form(surface: string, why: Why): string {
  const tongue = why.lang === undefined ? '' : language(why.lang);
  if (plain(surface) === plain(why.alias)) return say.why.known(surface, tongue);
  switch (why.how) {
    case 'given':
    case 'composed':
      return say.why.wayToWrite(surface, why.alias, tongue);
    case 'declined':
      return say.why.formOf(surface, why.alias, tongue);
    case 'transliterated':
      return say.why.otherLetters(surface, why.alias, tongue);
  }
}

const HELD = { 'at-the-time': 'officeThen', earlier: 'officeEarlier', soon: 'officeSoon', unknown: 'office' } as const;

function evidenceSentence(evidence: Evidence, labels: Labels): string {
  switch (evidence.type) {
    case 'strong-alias':
      return '';
    case 'full-name-on-page':
      return say.why.fullName(evidence.alias);
    case 'office':
      return say.why[HELD[evidence.held ?? 'unknown']](evidence.title);
    case 'related':
      return say.why.related(labelOf(labels, evidence.entity));
    case 'needed-word':
      return say.why.word(evidence.word);
    case 'field-words':
      return evidence.words.length === 0 ? '' : say.why.words(list(evidence.words.map(isolated)));
    case 'setting':
      return say.why.setting(evidence.where);
    case 'byline':
      return say.why.byline;
    case 'alone':
      return say.why.alone;
    case 'confirmed':
      return say.why.confirmed;
  }
}

/** Letter case and kinds of space make no other name. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00ad\u200b\u2060]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** What the reader should make of an uncertain mark. */
export function uncertainSentence(also: readonly { readonly name: string }[]): string {
  if (also.length === 0) return say.why.little;
  return say.why.alsoMeans(
    list(
      also.map((other) => isolated(other.name)),
      'or',
    ),
  );
}
