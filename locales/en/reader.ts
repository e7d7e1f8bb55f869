import { isolated, type Parts, plurals, stopped } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('en');
const { quote } = glance;

/** Popup and side panel: the frame around the views, the page, the search. */
export const reader = {
  back: 'Back',
  onThisPage: 'On this page',
  search: 'Search',
  profilesAsOf: (day: string) => `Profiles as of ${day}`,
  sidePanel: 'Side panel',
  options: 'Options',
  loading: (what: string) => `Loading ${what} …`,
  notLoaded: (what: string) => `Could not load ${what}.`,
  tryAgain: 'Try again',
  /** What is loaded: after the two above. */
  what: {
    page: 'what is on this page',
    profile: 'the profile',
    pairs: 'the pairs',
    articles: 'the articles',
    feeds: 'the feeds',
    feedTimes: 'when feeds are asked',
    changes: 'what changed',
    state: 'the state of Muster',
    settings: 'the settings',
    sites: 'the sites',
    kept: 'what is kept',
    own: 'your list',
    verdicts: 'your corrections',
    notes: 'your lists and notes',
    switches: 'the switches',
  },
  noPage: 'No page is open in front of this window.',
  notDone: (trouble: string) => `That did not work: ${trouble}`,
  thisPage: 'This page',
  kept: {
    kept: 'Kept in your log.',
    'private-window': 'Not kept: this is a private window.',
    'recording-off': 'Not kept: recording is switched off.',
    'storage-refused': 'Not kept: the browser gives Muster no storage now.',
    'no-article': 'Not kept: no article was found on this page.',
    waiting: 'Will be kept when the page has been read.',
  },
  keptPartly: 'Kept in your log; only the beginning could be read.',
  site: {
    reading: 'Muster reads this page.',
    notRead: 'Muster does not read this site.',
    never: (why: string) => stopped(`Muster never reads this site: ${why}`),
    paused: 'Paused everywhere. Nothing is read or marked.',
    pausedHere: 'Paused on this site. Nothing is read or marked here.',
    unsupported: (why: string) => stopped(`This page cannot be read: ${why}`),
  },
  /** Why a site is never read; after `site.never` and beside its host in a list. */
  never: {
    mail: 'mail',
    bank: 'bank',
    dating: 'dating',
    health: 'health',
    messages: 'messages',
    passwords: 'passwords',
    payment: 'payment',
    'private files': 'private files',
    tax: 'tax',
    'own-network': 'pages of your own network (routers, intranets) are not news',
  },
  /** Why a page cannot be read; after `site.unsupported`. */
  unsupported: {
    'no-address': 'the browser does not tell Muster its address. Open Muster from its button in the toolbar',
    'not-web': 'it is not a web page (http or https)',
    'no-list': 'the list of sites that are never read is missing; install Muster again',
    store: 'the browser lets no extension read its store',
    pdf: 'it is a PDF, shown by the browser; Muster reads web pages only',
  },
  names: (sure: number) =>
    sure === 0 ? 'No certain name on this page.' : p(sure, { one: '# name on this page.', other: '# names on this page.' }),
  namesAndUncertain: (sure: number, uncertain: string) =>
    sure === 0
      ? `No certain name on this page, ${uncertain} uncertain.`
      : p(sure, { one: `# name on this page, ${uncertain} uncertain.`, other: `# names on this page, ${uncertain} uncertain.` }),
  pauseHere: 'Pause here',
  pauseEverywhere: 'Pause everywhere',
  notLookedAt: 'Nothing on it has been looked at. Muster can read this page until you leave it, or this site always.',
  readOnce: 'Read this page once',
  readAlways: 'Always read this site',
  takeBack: 'Take back',
  uncertain: 'Uncertain',
  uncertainNote: 'Little else on the page speaks for these. They count for nothing until you say so.',
  nobody: 'Nobody that Muster knows is named here yet.',
  nobodyNote:
    'The list grows while the page loads. To add a name of your own, select it on the page and choose “Add to my list” from the menu.',
  noted: {
    page: (name: string) => `Noted: it is ${isolated(name)} on this page.`,
    site: (name: string) => `Noted: it is ${isolated(name)} on this site.`,
    everywhere: (name: string) => `Noted: it is ${isolated(name)} anywhere.`,
  },
  notedNot: {
    page: (name: string) => `Noted: not ${isolated(name)} on this page.`,
    site: (name: string) => `Noted: not ${isolated(name)} on this site.`,
    everywhere: (name: string) => `Noted: not ${isolated(name)} anywhere.`,
  },
  notedSurface: (surface: string, name: string) => `Noted: ${quote(surface)} is not ${isolated(name)} anywhere.`,
  /** After the name and how often it stands: " · with Zelenskyy in 2 sentences". */
  companion: <P>(name: P, where: string): Parts<P> => [' · with ', name, ` ${where}`],
  inThisArticle: 'in this article',
  whyLabel: (name: string) => `Why ${name} is marked, and “not this”`,
  whyTitle: 'Why, and “not this”',
  whyMarked: 'Why it is marked',
  notQuestion: <P>(name: P): Parts<P> => ['Not ', name, '?'],
  notOnPage: 'Not on this page',
  notOnSite: 'Not on this site',
  neverThis: (surface: string) => `${quote(surface)} is never this`,
  /** Before the names that may be meant; they are joined by `or` and closed by `questionEnd`. */
  isIt: (surfaces: string, times: string) => `${surfaces}, ${times}: is it `,
  or: ' or ',
  questionEnd: '?',
  yes: 'Yes, it is',
  no: 'No',
  none: 'None of them',
  gone: 'gone',
  place: (n: string, of: string) => `${n} of ${of}`,
  previous: 'Previous mention',
  next: 'Next mention',
  previousOf: (name: string) => `Previous mention of ${name}`,
  nextOf: (name: string) => `Next mention of ${name}`,
  searchProfiles: 'Search the profiles',
  found: (n: number) => p(n, { one: '# profile found', other: '# profiles found' }),
  profilesFound: 'Profiles found',
  anyScript: 'A name, in any script',
  also: (name: string) => `also ${quote(name)}`,
  notSearched: (trouble: string) => `Could not search: ${trouble}`,
  searchWhat: 'Search companies, officials, organisations, events and programmes.',
  searchExamples: <P>(a: P, b: P, c: P): Parts<P> => ['For example ', a, ', ', b, ' or ', c, '. Small slips of the pen are forgiven.'],
  noProfile: (text: string) => `No profile for ${quote(text)}.`,
  addToList: 'Add it to my list',
};

export type Reader = typeof reader;
