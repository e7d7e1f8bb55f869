import { type Parts, plurals, stopped } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('en');
const { quote } = glance;
const profiles = (n: number) => p(n, { one: '# profile', other: '# profiles' });

/** Feeds on the options page. */
export const feeds = {
  whatIsAFeed:
    'A feed is a list of profiles and the signature of whoever keeps it. Each fact names its source and date; the licence of a source stands beside it in the profile.',
  order:
    'If two feeds know the same one, the upper one’s profile is shown. Your own list comes before all, the profiles that came with Muster before those of feeds that you added.',
  notReached:
    'The browser was not allowed to let Muster reach the host. Without that, it would tell the host which installation asks; no page there is read for it.',
  removed: (title: string) => `The feed ${quote(title)} is removed.`,
  // Adding one
  addFeed: 'Add a feed',
  meaning:
    'Whoever runs a feed can have any name marked on the pages that you read, and says what the card tells of it. Add one only if you know whose it is: compare the fingerprint with one that they gave you themselves.',
  meaningHost: 'Its host sees your IP address and when Muster asks, and nothing of what you read.',
  addressField: 'Address, or a link with the fingerprint in it',
  fingerprintField: 'Fingerprint of its keys',
  fingerprintHint: '40 digits; blanks and colons do not count',
  newFeed: 'the new feed',
  fetching: 'Fetching the feed …',
  notAdded: (trouble: string) => stopped(`Could not be added: ${trouble}`),
  added: 'The feed is added.',
  alreadyHere: (title: string) => `It is here already: ${quote(title)}.`,
  link: {
    noAddress: 'The address must begin with https:// and name a host.',
    notSecure: 'The address must begin with https://, so that nobody on the way can see or change what is sent.',
    password: 'The address must not hold a name or password.',
    digits: (n: number) => `The fingerprint must have 40 digits from 0 to 9 and a to f; this has ${n}.`,
    signs: 'The fingerprint must have 40 digits from 0 to 9 and a to f; there are other signs in this one.',
  },
  // One feed
  keepCurrent: 'Keep these profiles up to date',
  keepCurrentNote: 'When off they stay in use as they are.',
  use: 'Use these profiles',
  useNote: 'When off they mark nothing, and the feed is not asked.',
  up: 'Move up',
  down: 'Move down',
  upOne: (title: string) => `Move ${title} up`,
  downOne: (title: string) => `Move ${title} down`,
  checkNow: 'Check now',
  checkOneNow: (title: string) => `Check ${title} now`,
  remove: 'Remove …',
  removeOne: (title: string) => `Remove ${title} …`,
  removeQuestion: <P>(title: P): Parts<P> => ['Remove the feed “', title, '”?'],
  willMarkNothing: (n: number) =>
    p(n, { one: 'Its # profile will mark nothing any more.', other: 'Its # profiles will mark nothing any more.' }),
  doRemove: 'Remove',
  keep: 'Keep',
  dotColour: 'Colour of its dot',
  colours: { grey: 'grey', blue: 'blue', green: 'green', amber: 'amber', red: 'red', violet: 'violet' },
  // How fresh
  noProfiles: 'No profiles yet.',
  profilesAsOf: (day: string) => `Profiles as of ${day}`,
  version: (n: string) => `version ${n}`,
  profiles,
  signedBy: (keys: string) => `signed by ${keys}`,
  cameWith: 'came with Muster',
  /** The day may end with the full stop of an abbreviation. */
  vouchedUntil: <P>(day: P): Parts<P> => ['Vouched for until ', day, '.'],
  renewedWith: 'They are renewed with Muster itself.',
  /** Parts of one sentence, in this order: checked, how it ended, confirmed, next. */
  notChecked: 'Not checked yet',
  checked: <P>(ago: P): Parts<P> => ['Checked ', ago],
  nothingNewer: ', nothing newer',
  broughtUp: ', brought up to date',
  confirmed: <P>(ago: P): Parts<P> => [', confirmed ', ago],
  nextAbout: <P>(soon: P): Parts<P> => [', next about ', soon],
  corrections: 'Corrections',
  removedRecords: 'Removed',
  removedCount: (n: number) =>
    p(n, {
      one: '# record is shown no more at the publisher’s word',
      other: '# records are shown no more at the publisher’s word',
    }),
  licence: 'Licence',
  address: 'Address',
  fingerprint: 'Fingerprint',
  // What to know and decide
  details: 'Details, in English',
  held: (version: string, ago: string) => `Version ${version} came ${ago} and waits for your word:`,
  useVersion: (n: string) => `Use version ${n}`,
  keepVersion: (n: string) => `Keep version ${n}`,
  doNotUse: 'Do not use it',
  drops: (removed: string, of: string) => `It drops ${removed} of ${of} profiles.`,
  ordinaryWords: (words: string, more: number) => `It makes ordinary words names: ${words}${more === 0 ? '' : ` and ${more} more`}.`,
  wouldMark: (after: string, before: string) => `It would mark ${after} names in an ordinary text in which ${before} were marked before.`,
  waiting: (size: string) => `A newer version of ${size} waits for your click.`,
  fetchNow: 'Fetch now',
  fetchOneNow: (title: string) => `Fetch ${title} now`,
  updateOf: (title: string) => `Update of ${title}`,
  steps: {
    ask: 'Asking the host',
    trust: 'Checking the signatures',
    plan: 'Finding out what is new',
    fetch: 'Fetching',
    stage: 'Writing the profiles down',
    verify: 'Checking what was written',
    gate: 'Weighing what would change',
    switch: 'Taking the new version into use',
    names: 'Learning the names',
    tidy: 'Tidying up',
  },
  // When they are asked
  updatesCome: 'Updates come',
  modes: {
    auto: { label: 'by themselves', note: 'Muster asks each feed about once a day and fetches what is new.' },
    sparing: {
      label: 'by themselves, but large ones with a click',
      note: 'For lines that are paid by the megabyte: what is large waits until you fetch it.',
    },
    manual: { label: 'by hand', note: 'No feed is asked until you press “Check now”.' },
  },
  // What changed
  whatChanged: 'What changed',
  searchChanges: 'Search names and fields',
  feed: 'Feed',
  allFeeds: 'All feeds',
  noChanges: 'No update has changed a profile yet.',
  noChangesOf: (text: string) => `No change tells of ${quote(text)}.`,
  shown: (n: string, of: string) => `${n} of ${of}`,
  showMore: 'Show more',
  what: { added: 'Added', changed: 'Changed', removed: 'Removed' },
  fields: {
    name: 'name',
    country: 'country',
    names: 'names',
    'other names': 'other names',
    offices: 'offices',
    relations: 'relations',
    facts: 'facts',
    'not this': 'not this',
    sources: 'sources',
    forms: 'forms',
    'as of': 'as of',
  },
  isNow: 'is now',
  fieldGone: ', gone',
  fieldNew: ', new',
};

export type FeedsWords = typeof feeds;
