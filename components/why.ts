import type { Evidence, Why } from '../core/mention.ts';
import type { EntityId } from '../core/profile.ts';
import { isolated, labelOf, language, list, quoted } from './words.ts';

type Labels = Readonly<Record<EntityId, string>>;

/** Why a surface was marked, in sentences: first the form, then what spoke for it. Never empty. */
export function whySentences(surface: string, why: Why, labels: Labels): readonly string[] {
  const evidence = why.evidence.map((one) => evidenceSentence(one, labels)).filter((sentence) => sentence !== '');
  const clear = why.evidence.some((one) => one.type === 'strong-alias') ? ', clear by itself' : '';
  return [`${form(surface, why)}${clear}.`, ...evidence];
}

function form(surface: string, why: Why): string {
  const tongue = why.lang === undefined ? '' : ` (${language(why.lang)})`;
  if (plain(surface) === plain(why.alias)) return `${quoted(surface)} is a known name${tongue}`;
  switch (why.how) {
    case 'given':
    case 'composed':
      return `${quoted(surface)} is a way to write ${quoted(why.alias)}${tongue}`;
    case 'declined':
      return `${quoted(surface)} is a form of ${quoted(why.alias)}${tongue}`;
    case 'transliterated':
      return `${quoted(surface)} is ${quoted(why.alias)} in other letters${tongue}`;
  }
}

const HELD = {
  'at-the-time': ', which was held at the time',
  earlier: ', which had ended by then',
  soon: ', which was to begin soon',
  unknown: '',
} as const;

function evidenceSentence(evidence: Evidence, labels: Labels): string {
  switch (evidence.type) {
    case 'strong-alias':
      return '';
    case 'full-name-on-page':
      return `The full name, ${quoted(evidence.alias)}, stands on this page.`;
    case 'office':
      return `It stands beside the office ${quoted(evidence.title)}${HELD[evidence.held ?? 'unknown']}.`;
    case 'related':
      return `${isolated(labelOf(labels, evidence.entity))}, which is related, is named on this page.`;
    case 'needed-word':
      return `The word ${quoted(evidence.word)} stands on this page.`;
    case 'field-words':
      return evidence.words.length === 0 ? '' : `Words of the field stand on this page: ${list(evidence.words.map(isolated))}.`;
    case 'setting':
      return `This page belongs to a part of the press that writes about defence (${evidence.where}).`;
    case 'byline':
      return 'It stands where an author or photographer is named, who may bear the same name.';
    case 'alone':
      return 'Nothing else on this page speaks of offices or of defence.';
    case 'confirmed':
      return 'You said that it is.';
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
  if (also.length === 0) return 'This may be somebody or something else: little on the page speaks for it.';
  return `The same words may also mean ${list(
    also.map((other) => isolated(other.name)),
    'or',
  )}.`;
}
