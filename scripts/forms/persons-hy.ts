import type { PersonName } from '../../core/profile.ts';
import type { Declined } from './person-forms.ts';

/**
 * Armenian puts its endings on the last word of a name: the article (-ը, -ն), and the dative, ablative and instrumental. Which ending depends
 * on the last letter only: Շմիգալ → Շմիգալի, Զելենսկի → Զելենսկու, Կուլեբա → Կուլեբայի.
 */
const AFTER_CONSONANT = ['ը', 'ի', 'ին', 'ից', 'ով'];
const AFTER_VOWEL = ['ն', 'յի', 'յին', 'յից', 'յով'];
const FOR_LAST_I = ['ին', 'ու', 'ուն', 'ուց', 'ով'];

export function declineArmenian(name: PersonName): readonly Declined[] {
  const { given = '', family } = name;
  return [family, ...endings(family)].map((form) => ({ given: [given], patronymic: [''], family: [form] }));
}

function endings(family: string): readonly string[] {
  if (family.endsWith('ի')) return FOR_LAST_I.map((ending) => family.slice(0, -1) + ending);
  return (/[աեէըոօւ]$/.test(family) ? AFTER_VOWEL : AFTER_CONSONANT).map((ending) => family + ending);
}
