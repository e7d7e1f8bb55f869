import type { FormGroup } from '../../core/pack.ts';
import type { Profile } from '../../core/profile.ts';
import { declineCzechBody, declinePolishBody } from './brands-pl-cs.ts';
import { type Decline, draftsOfBody } from './forms-of-body.ts';
import { draftsOfPerson, type PersonRules } from './forms-of-person.ts';
import { declineGerman, declineGermanBody } from './genitive-de.ts';
import { declineRussianBody } from './orgs-ru.ts';
import { declineUkrainianBody } from './orgs-uk.ts';
import { declineCzech } from './persons-cs.ts';
import { declineArmenian } from './persons-hy.ts';
import { declinePolish } from './persons-pl.ts';
import { declineRussian } from './persons-ru.ts';
import { declineUkrainian } from './persons-uk.ts';
import { withPrefixes } from './prefixes.ts';
import { settle } from './settle.ts';
import { respell } from './transliterate.ts';

const PERSON_RULES: PersonRules = {
  decline: {
    uk: declineUkrainian,
    ru: declineRussian,
    pl: declinePolish,
    cs: declineCzech,
    sk: declineCzech,
    de: declineGerman,
    hy: declineArmenian,
  },
  respell,
};

const BODY_RULES: Readonly<Record<string, Decline>> = {
  uk: declineUkrainianBody,
  ru: declineRussianBody,
  de: declineGermanBody,
  pl: declinePolishBody,
  cs: declineCzechBody,
  sk: declineCzechBody,
};

/** All forms of a profile, as a pack carries them. */
export async function formsOf(profile: Profile): Promise<readonly FormGroup[]> {
  const drafts = profile.kind === 'official' ? await draftsOfPerson(profile, PERSON_RULES) : draftsOfBody(profile, BODY_RULES);
  return settle(withPrefixes(drafts, profile.kind));
}
