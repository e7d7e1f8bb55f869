import { isolated, type Parts, plurals, stopped } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('en');
const { articles, quote } = glance;

/** The options, without the feeds. */
export const options = {
  title: 'Muster: options',
  subjects: 'Subjects',
  reading: 'What is read',
  marks: 'Marks and card',
  kept: 'What is kept',
  myList: 'My list',
  notThis: '“Not this”',
  feeds: 'Feeds',
  state: 'Storage and troubles',
  welcome: 'Welcome',
  privacy: 'Privacy',
  // What is read
  sitesAdded: 'Sites that you added',
  noSitesAdded: 'None. Open a site and choose “Always read this site” in the popup.',
  remove: 'Remove',
  removeOne: (name: string) => `Remove ${name}`,
  everyPage: 'Read every page',
  everyPageNote: 'The browser will ask. Pages that are never read stay unread.',
  cameWith: (n: number) =>
    `Muster came with a list of ${p(n, { one: '# news site', other: '# news sites' })} and reads those, and no others unless you add them.`,
  onlyAllowed: (n: number) =>
    p(n, { one: 'The browser lets Muster read only # of them.', other: 'The browser lets Muster read only # of them.' }),
  allowAll: 'Allow all of the list',
  showSites: 'Show the list',
  paused: 'Paused',
  readAgain: 'Read again',
  readHostAgain: (host: string) => `Read ${host} again`,
  neverRead: 'Never read',
  neverNote: (n: number) =>
    `Webmail, banks, health and other private places are never read, whatever is set here: ${p(n, { one: '# site', other: '# sites' })} and all that lies below them.`,
  showNever: 'Show what is never read',
  // Marks and card
  language: 'Language',
  languageOf: 'Muster speaks',
  languageAuto: 'that of the browser',
  markOnPages: 'Mark on pages',
  cardOpens: 'The card opens',
  onRest: 'when the pointer rests on a mark',
  onAlt: 'when the pointer is on a mark and the Alt key is held',
  onCtrl: 'when the pointer is on a mark and Ctrl or ⌘ is held',
  onShift: 'when the pointer is on a mark and the Shift key is held',
  onClick: 'when a mark is clicked',
  onClickNote: 'Links, buttons and the like keep their click: use the keyboard there.',
  byKeyboard: 'only by keyboard',
  restFor: 'The pointer must rest for',
  // What is kept
  nothingKept: 'Nothing is kept yet.',
  keptNote: 'It is kept in this browser, on this machine, and sent nowhere.',
  /** The last two may be empty. */
  keptSentence: (n: number, sightings: number, pairs: number, oldest: string, size: string) =>
    stopped(
      `${articles(n)} with ${p(sightings, { one: '# sighting', other: '# sightings' })} and ${p(pairs, { one: '# pair', other: '# pairs' })}${
        oldest === '' ? '' : `, the oldest from ${oldest}`
      }${size === '' ? '' : `, ${size} in all`}`,
    ),
  keepLog: 'Keep a log of articles',
  keepLogNote: 'Which article named whom, and in which sentence. Private windows are never kept.',
  retention: 'Erase an article that was not opened again',
  afterDays: (n: number) => p(n, { one: 'after # day', other: 'after # days' }),
  afterYear: 'after a year',
  never: 'never',
  eraseFrom: 'Erase from the log',
  onePage: 'one page',
  oneSite: 'one site',
  aSpan: 'a span of time',
  everything: (n: number) => `everything (${articles(n)})`,
  askErase: 'Erase …',
  nothingToErase: 'There was nothing to erase.',
  erased: (n: number) => `${articles(n)} erased.`,
  notErased: (trouble: string) => `Nothing could be erased: ${trouble}`,
  addressOfPage: 'Address of the page',
  siteField: 'Site, for example example.org',
  firstDay: 'First day',
  lastDay: 'Last day',
  erasePage: (url: string) => `Erase the article at ${url}, with its sentences and pairs?`,
  eraseSite: (host: string) => `Erase all articles from ${host} and the sites below it?`,
  eraseSpan: (from: string, to: string) => `Erase all articles read from ${from} to ${to}?`,
  eraseAll: (n: number) => (n === 1 ? 'Erase the one article?' : `Erase all ${articles(n)}?`),
  forGood: 'It is gone for good once this page is closed; until then you can undo it.',
  /** After "for good" could not be promised otherwise. */
  cannotUndo: (trouble: string) =>
    `What would go could not be read (${isolated(trouble)}), so it could not be put back. If you erase it all the same, it is gone for good.`,
  canUndo: 'As long as this page is open you can undo this. Nothing of it is stored meanwhile.',
  // What is undone
  undo: 'Undo',
  undone: 'It is back as it was.',
  notUndone: (trouble: string) => stopped(`Could not be undone: ${trouble}`),
  isRemoved: (name: string) => `${isolated(name)} is removed.`,
  notRemoved: (trouble: string) => stopped(`Could not be removed: ${trouble}`),
  isTakenBack: (verdict: string) => stopped(`Taken back: ${verdict}`),
  // Search
  find: 'Search the options',
  sectionsFound: (n: number) => p(n, { one: '# section', other: '# sections' }),
  nothingFound: (text: string) => `Nothing here speaks of ${quote(text)}.`,
  // What switches do
  kindsNote: 'A kind that is off is not marked on pages; it is counted, and found by search, all the same.',
  pauseNote: 'While it is on, no page is read or marked. What is kept stays.',
  erase: 'Erase',
  keep: 'Keep',
  // My list
  myListNote: 'Names of your own are marked on pages like all others. They stay on this machine.',
  nothingAdded: 'Nothing added yet.',
  kindAndAdded: (kind: string, day: string) => `${kind}, added ${day}`,
  addToList: 'Add to my list',
  name: 'Name',
  kind: 'Kind',
  otherNames: 'Other names, one a line',
  note: 'Note',
  add: 'Add',
  isOnList: (name: string) => `${isolated(name)} is on your list.`,
  notAdded: (trouble: string) => `Could not be added: ${trouble}`,
  // "Not this"
  noVerdicts: 'You have not corrected any mark yet. The popup has “not this” beside each name.',
  takeBackOne: (verdict: string) => `Take back: ${verdict}`,
  anywhere: 'anywhere',
  onSite: (address: string) => `on ${address}`,
  onOnePage: 'on one page',
  verdictIs: (surface: string, name: string, where: string) => `${quote(surface)} is ${isolated(name)}, ${where}`,
  verdictIsNot: (surface: string, name: string, where: string) => `${quote(surface)} is not ${isolated(name)}, ${where}`,
  verdictAll: (name: string, where: string) => `Uncertain marks are taken as ${isolated(name)}, ${where}`,
  verdictNothing: (name: string, where: string) => `Nothing is marked as ${isolated(name)}, ${where}`,
  // Storage and troubles
  sizeUnknown: 'The browser does not say how much is stored.',
  stored: (size: string) => `${size} stored by Muster.`,
  noTroubles: 'No troubles.',
  lasting: 'The browser keeps it until you remove it, even when the disk is full.',
  notLasting: <P>(button: P): Parts<P> => [
    'When the disk is full, the browser may clear your log and the profiles that were fetched. ',
    button,
  ],
  makeLasting: 'Ask it to keep them',
  notAgreed: 'The browser did not agree. It may ask you, or agree once you have used Muster for a while.',
};

export type OptionsWords = typeof options;
