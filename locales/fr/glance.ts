import type { Glance } from '../en/glance.ts';
import { isolated, plurals, stopped } from '../format.ts';

/**
 * Français.
 *
 * Glossaire : entity, élément ; profile, profil ; name, nom ; mark, repère (verbe : marquer) ; mention, sighting, mention ; article, article ;
 * pair, paire ; log, journal ; feed, flux ; publisher of a feed, éditeur ; fingerprint, empreinte ; host, serveur ; source, source ; official,
 * responsable public ; office, fonction ; popup, fenêtre de Muster ; card, fiche ; own list, liste personnelle ; verdict, correction.
 *
 * Ton calme et sobre ; « vous » seulement quand l’impersonnel ne suffit pas. Les noms tirés des données ne sont jamais précédés d’un article
 * ni d’une préposition qui s’élide. Espace insécable devant ; : ! ? et dans « » (vérifié par les tests), apostrophe ’.
 */

const p = plurals('fr');
const quote = (text: string) => `« ${isolated(text)} »`;
const asTongue = (tongue: string) => (tongue === '' ? '' : ` (${tongue})`);
const articles = (n: number) => p(n, { one: '# article', many: '# d’articles', other: '# articles' });
const sentences = (n: number) => p(n, { one: '# phrase', many: '# de phrases', other: '# phrases' });
const paragraphs = (n: number) => p(n, { one: '# paragraphe', many: '# de paragraphes', other: '# paragraphes' });

export const glance: Glance = {
  quote,
  articles,
  sentences,
  times: (n) => p(n, { one: '# fois', many: '# de fois', other: '# fois' }),
  within: { sentences, paragraphs, articles, in: (parts) => `dans ${parts}`, nothing: 'pas encore compté' },
  justNow: 'à l’instant',
  inAMoment: 'dans un instant',
  onDay: (day) => `le ${day}`,
  dayAndTime: (day, time) => `${day}\u00a0à\u00a0${time}`,
  since: (day) => `depuis ${day}`,
  until: (day) => `jusqu’à ${day}`,
  span: (since, until) => `de ${since} à ${until}`,
  kinds: {
    company: 'entreprise',
    official: 'responsable public',
    organisation: 'organisation',
    event: 'événement',
    programme: 'programme',
  },
  kindHeadings: {
    company: 'Entreprises',
    official: 'Responsables publics',
    organisation: 'Organisations',
    event: 'Événements',
    programme: 'Programmes',
  },
  noCountry: { INT: 'international', EU: 'Union européenne', NATO: 'OTAN', UN: 'Nations unies' },
  whatItIs: (kind, country) => `${kind}${country === '' ? '' : `, ${country}`}.`,
  asOf: (day) => `état : ${day}`,
  asOfSentence: (day) => stopped(`État : ${day}`),
  profileAsOf: (day) => stopped(`État du profil : ${day}`),
  maybeStale: 'Peut-être dépassé : pas encore confirmé.',
  maybeStaleSince: (day) => stopped(`Peut-être dépassé : dernière confirmation le ${day}`),
  from: (feed) => ['Flux : ', feed],
  why: {
    known: (surface, tongue) => `${quote(surface)} est un nom connu${asTongue(tongue)}`,
    wayToWrite: (surface, alias, tongue) => `${quote(surface)} est une graphie de ${quote(alias)}${asTongue(tongue)}`,
    formOf: (surface, alias, tongue) => `${quote(surface)} est une forme de ${quote(alias)}${asTongue(tongue)}`,
    otherLetters: (surface, alias, tongue) => `${quote(surface)} est ${quote(alias)} dans une autre écriture${asTongue(tongue)}`,
    clear: (sentence) => `${sentence}, sans ambiguïté.`,
    fullName: (name) => `Le nom complet, ${quote(name)}, figure sur cette page.`,
    office: (title) => `La fonction ${quote(title)} figure à côté.`,
    officeThen: (title) => `La fonction ${quote(title)}, exercée à l’époque, figure à côté.`,
    officeEarlier: (title) => `La fonction ${quote(title)}, alors déjà terminée, figure à côté.`,
    officeSoon: (title) => `La fonction ${quote(title)}, alors sur le point de commencer, figure à côté.`,
    related: (name) => `${isolated(name)}, qui y est lié, est cité sur cette page.`,
    word: (word) => `Le mot ${quote(word)} figure sur cette page.`,
    words: (words) => `Des mots du domaine figurent sur cette page : ${words}.`,
    setting: (where) => `Cette page appartient à un titre ou à une rubrique qui traite de défense (${where}).`,
    byline: 'Le nom figure là où l’on cite un auteur ou un photographe, qui peut s’appeler de la même façon.',
    alone: 'Rien d’autre sur cette page ne parle de fonctions ni de défense.',
    confirmed: 'Vous l’avez confirmé.',
    little: 'Il peut s’agir de quelqu’un ou de quelque chose d’autre : peu d’éléments de la page le confirment.',
    alsoMeans: (names) => `Les mêmes mots peuvent aussi désigner : ${names}.`,
  },
  reached: {
    none: 'Aucun nom n’est marqué sur cette page.',
    place: (n, of) => `${n} sur ${of}`,
    placeInFrame: (n, of) => `${n} sur ${of} dans ce cadre`,
    sure: (name, kind, place) => `${name}, ${kind}, ${place}`,
    uncertain: (name, kind, place) => `${name}, ${kind}, incertain, ${place}`,
    fromStart: (sentence) => `De nouveau depuis le début : ${sentence}`,
    fromEnd: (sentence) => `De nouveau depuis la fin : ${sentence}`,
  },
  card: { namedWith: 'Le plus souvent cité avec', openProfile: 'Ouvrir le profil', explore: 'Explorer le journal' },
};
