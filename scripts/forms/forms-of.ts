import { foldText } from '../../core/fold.ts';
import type { FormGroup } from '../../core/pack.ts';
import type { Language, PersonName, Profile } from '../../core/profile.ts';
import { bodyIn, declineEstonianBody, declineFinnishBody } from './brands-abroad.ts';
import { declineCzechBody, declinePolishBody } from './brands-pl-cs.ts';
import { type Decline, draftsOfBody } from './forms-of-body.ts';
import { draftsOfPerson, type Gender, type PersonRules, type Respelled } from './forms-of-person.ts';
import { declineGerman, declineGermanBody } from './genitive-de.ts';
import { declineHead } from './heads.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import { declineRussianBody } from './orgs-ru.ts';
import { declineUkrainianBody } from './orgs-uk.ts';
import { declineCzech } from './persons-cs.ts';
import { declineEstonian } from './persons-et.ts';
import { declineFinnish } from './persons-fi.ts';
import { declineCroatian, declineSerbian } from './persons-hr.ts';
import { declineHungarian } from './persons-hu.ts';
import { declineArmenian } from './persons-hy.ts';
import { declineLithuanian } from './persons-lt.ts';
import { declineLatvian } from './persons-lv.ts';
import { declinePolish } from './persons-pl.ts';
import { declineRussian } from './persons-ru.ts';
import { declineSlovak } from './persons-sk.ts';
import { declineSlovene } from './persons-sl.ts';
import { declineUkrainian } from './persons-uk.ts';
import { withPrefixes } from './prefixes.ts';
import { respellForNeighbours } from './respell-neighbours.ts';
import { type Draft, settle } from './settle.ts';
import { respell } from './transliterate.ts';

const PERSON_RULES: PersonRules = {
  decline: {
    uk: declineUkrainian,
    ru: declineRussian,
    pl: declinePolish,
    cs: declineCzech,
    sk: declineSlovak,
    de: declineGerman,
    hr: declineCroatian,
    bs: declineCroatian,
    sr: declineSerbian,
    sl: declineSlovene,
    fi: declineFinnish,
    et: declineEstonian,
    lv: declineLatvian,
    lt: declineLithuanian,
    hu: declineHungarian,
    hy: declineArmenian,
  },
  respell: respellEverywhere,
};

const BODY_RULES: Readonly<Record<string, Decline>> = {
  uk: declineUkrainianBody,
  ru: declineRussianBody,
  de: declineGermanBody,
  pl: declinePolishBody,
  cs: declineCzechBody,
  sk: bodyIn('sk', declineSlovak),
  hr: bodyIn('hr', declineCroatian),
  bs: bodyIn('bs', declineCroatian),
  sr: bodyIn('sr', declineSerbian),
  sl: bodyIn('sl', declineSlovene),
  fi: declineFinnishBody,
  et: declineEstonianBody,
  lv: (text) => declineHead(text, 'lv'),
  lt: (text) => declineHead(text, 'lt'),
  bg: (text) => declineHead(text, 'bg'),
  mk: (text) => declineHead(text, 'mk'),
};

/** Of whom respell() makes nothing although his name is Cyrillic at home, there is a famous namesake: nobody else makes anything of him either. */
function respellEverywhere(name: PersonName, lang: Language, country: string | undefined, gender: Gender): readonly Respelled[] {
  const spelled = respell(name, lang, country);
  const hasNamesake = spelled.length === 0 && /^(?:uk UA|ru (?:UA|RU|BY|KZ))$/.test(`${lang} ${country}`);
  return hasNamesake ? [] : [...spelled, ...respellForNeighbours(name, lang, country, gender)];
}

/** All forms of a profile, as a pack carries them. */
export async function formsOf(profile: Profile): Promise<readonly FormGroup[]> {
  const drafts = profile.kind === 'official' ? await draftsOfPerson(profile, PERSON_RULES) : draftsOfBody(profile, BODY_RULES);
  return settle(withPrefixes(withoutTraps(drafts, profile.decoys), profile.kind));
}

/** Languages whose forms are made by rule for names of all countries: what in them is somebody else's name or word is left out, not made weak. */
const CAREFUL: ReadonlySet<string> = new Set(['bg', 'mk', 'sr', 'hr', 'sl', 'sk', 'fi', 'et', 'lv', 'lt', 'hu']);
const SHORTEST_CAREFUL = 5;

/** What the data says is someone else is not made by a rule: of Rutte there is no Finnish "Rutten"; nor is "Avion", of Avio, or "Dans", of Dunn. */
function withoutTraps(drafts: readonly Draft[], decoys: readonly string[]): readonly Draft[] {
  const others = new Set(decoys.map(foldText));
  const isTrap = ({ how, lang = '' }: Draft, text: string): boolean =>
    others.has(foldText(text)) ||
    (how !== 'composed' && CAREFUL.has(lang) && !text.includes(' ') && (text.length < SHORTEST_CAREFUL || isOrdinaryWord(text)));
  return drafts.map((draft) => (draft.how === 'given' ? draft : { ...draft, texts: draft.texts.filter((text) => !isTrap(draft, text)) }));
}
