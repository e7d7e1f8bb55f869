import { isolated, plurals } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('en');
const { quote } = glance;
/** `why`: the browser's own words, as they are; empty if there is no room left. */
const because = (why: string) => (why === '' ? 'storage is full' : isolated(why));

/** What went wrong, and what now. Each is a code that travels with its values from where it happened to the view. */
export const troubles = {
  // Storage
  'storage-late':
    "Muster's database has not answered yet. Names are marked from the profiles that came with the extension; nothing is kept until it answers, and open pages then.",
  'storage-refused':
    'The browser refuses Muster a database (private mode, or site data is switched off). Names are still marked, from the profiles that came with the extension, but nothing is kept.',
  'storage-full':
    "The disk or the browser's storage is full. Names are still marked, from the profiles that came with the extension, but nothing is kept. Free some space and restart the browser.",
  'storage-newer':
    "Muster's database was written by a newer version of the extension and is left untouched. Names are still marked, from the profiles that came with the extension, but nothing is kept. Update the extension.",
  'storage-broken': (why: string) =>
    `Muster's database cannot be opened (${isolated(why)}). It has not been deleted. Names are still marked, from the profiles that came with the extension, but nothing is kept. Restart the browser; if that does not help, removing and installing Muster again makes a new, empty one.`,
  'settings-not-stored': (why: string) =>
    `Your settings could not be stored (${isolated(why)}) and are as they were. Free some space and try again.`,
  // The log
  'log-unread': (why: string) => `Your log could not be read (${isolated(why)}). It has not been deleted; restart the browser.`,
  'log-unreached': 'Your log cannot be reached, so nothing was erased. Restart the browser and try again.',
  'page-not-kept': (why: string) => `A page could not be put into your log (${isolated(why)}). Nothing was half kept.`,
  'page-no-room': 'Storage is full: this page was not kept. Free some space, or erase older pages in the options.',
  'old-not-erased': (why: string) =>
    `What is older than you want to keep could not be erased (${isolated(why)}). It is tried again every day.`,
  // Profiles
  'profiles-not-loaded': (why: string) => `The profiles could not be loaded (${isolated(why)}). Nothing is marked. Restart the browser.`,
  'packaged-broken': (why: string) =>
    `The profiles that came with the extension are broken (${isolated(why)}); what was stored before stays in use. Install the extension again.`,
  'packaged-broken-none': (why: string) =>
    `The profiles that came with the extension are broken (${isolated(why)}) and none are stored. Nothing is marked. Install the extension again.`,
  'newer-no-room':
    'Storage is full: newer profiles could not be stored, the older ones stay in use. Free some space and restart the browser.',
  'newer-not-stored': (why: string) => `Newer profiles could not be stored (${isolated(why)}); the older ones stay in use.`,
  'stored-unread': (why: string) =>
    `The stored profiles could not be read (${isolated(why)}). Names are marked from the profiles that came with the extension; your log is untouched.`,
  'compiled-not-stored': (why: string) => `The compiled names could not be stored (${because(why)}): Muster works, but starts more slowly.`,
  // The reader's own
  'own-some-unread': (n: number) =>
    p(n, {
      one: '# of the names that you added cannot be read and is not marked. It has not been deleted.',
      other: '# of the names that you added cannot be read and are not marked. They have not been deleted.',
    }),
  'own-unread': (why: string) =>
    `The names that you added could not be read (${isolated(why)}) and are not marked. They have not been deleted; restart the browser.`,
  'own-no-room': (name: string) => `Storage is full: ${quote(name)} was not added. Free some space, or erase older pages in the options.`,
  'own-private': 'A private window keeps nothing. Open your list in another window to add a name.',
  'own-refused': 'The browser refuses storage, so nothing can be added.',
  'own-no-letter': 'A name needs at least one letter or digit.',
  'own-no-kind': (kind: string) => `Not a kind of entity: ${kind}.`,
  'own-too-long': (most: number) => `A name has at most ${most} characters.`,
  'own-too-many': (most: number) => `At most ${most} other names.`,
  'notes-private': 'A private window keeps nothing. Write this in another window.',
  'notes-refused': 'The browser refuses storage, so nothing can be written.',
  'notes-no-room': 'Storage is full: nothing was written. Free some space, or erase older pages in the options.',
  'note-too-long': (most: number) => `A note has at most ${most} characters.`,
  'overlay-no-address': (text: string) => `${quote(text)} is no web address. It begins with https:// or http://.`,
  'overlay-no-country': (text: string) => `${quote(text)} is no code of a country. It has two letters, such as UA or NO.`,
  'list-no-name': 'A list needs a name.',
  'verdicts-unread': (why: string) =>
    `Your corrections ("not this") could not be read (${isolated(why)}). They are not lost; restart the browser.`,
  'verdicts-not-stored': (why: string) =>
    `Your last corrections ("not this") could not be stored (${because(why)}). They hold only for a while. Free some space, then give one more.`,
  // Sites
  'never-list-missing': (why: string) =>
    `The list of sites that are never read is missing from the extension (${isolated(why)}), so no page is read. Install the extension again.`,
  'sites-not-set-up': (why: string) => `The sites that you allowed could not be set up (${isolated(why)}). Restart the browser.`,
  // Feeds
  'feeds-lost':
    "The browser has lost Muster's database: your log, and the profiles that were fetched. The profiles that came with Muster are in use.",
  'feeds-lost-off': (titles: string) =>
    `The browser has lost Muster's database: your log, and the profiles that were fetched. The profiles that came with Muster are in use. The feeds that you added are in your list and switched off (${titles}): switch them on again.`,
  'feeds-not-updated': (why: string) => `The feeds could not be updated (${isolated(why)}). The profiles that are stored stay in use.`,
  'feed-private': 'A private window keeps nothing. Open the options in another window to add a feed.',
  'feed-no-storage': 'The browser refuses storage, so feeds cannot be kept. The profiles that came with Muster are in use.',
  'feed-fingerprint': 'A fingerprint has 40 digits from 0 to 9 and a to f. Ask the publisher for it.',
  'feed-known': 'This feed is in your list already.',
  'feed-most': (most: number) => `At most ${most} feeds. Remove one first.`,
  'feed-not-added': 'The feed could not be added.',
  'feed-address': 'The address of a feed begins with https:// and is that of a folder, for example https://news.example/muster/.',
  'feed-unknown': 'This feed is not in your list any more.',
  'feed-stays': 'The feed that came with Muster stays. It can be switched off.',
};

export type Troubles = typeof troubles;
