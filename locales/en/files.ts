import { isolated, type Parts, plurals, stopped } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('en');
const { articles } = glance;

/** What goes out as a file and comes in from one. */
export const files = {
  title: 'In and out',
  // Out
  backup: 'Backup',
  backupNote:
    'One file with all that is yours: the log, your own names, notes, lists, corrections, settings, and the addresses of your feeds. Profiles are not in it; they come again from their feeds.',
  readable: 'The file is not locked: whoever has it can read what you read and wrote.',
  save: 'Save a backup',
  saving: 'Putting the backup together …',
  saved: (name: string) => `Saved: ${isolated(name)}`,
  notSaved: (trouble: string) => stopped(`Could not be saved: ${trouble}`),
  otherFormats: <P>(explorer: P): Parts<P> => ['In other formats, for other programs: ', explorer],
  // In
  takeIn: 'Take in',
  takeInNote: 'A backup or log of Muster, a FollowTheMoney file, a table (CSV), or a list with a name a line. You see first what is in it.',
  file: 'File; it may also be dropped here',
  reading: 'Reading the file …',
  notRead: (trouble: string) => stopped(`The file could not be read: ${trouble}`),
  readAs: 'Read as',
  formats: { log: 'Backup or log of Muster', 'follow-the-money': 'FollowTheMoney', csv: 'Table (CSV)', names: 'List of names' },
  holds: (what: string) => `In it: ${what}.`,
  holdsNothing: 'There is nothing in it that could be taken in.',
  /** Articles of the file that the daily sweep would erase again. */
  overdue: (n: number) =>
    p(n, {
      one: '# of the articles was last opened longer ago than you keep them. It would be erased again within a day: first choose a longer time under “What is kept”.',
      other:
        '# of the articles were last opened longer ago than you keep them. They would be erased again within a day: first choose a longer time under “What is kept”.',
    }),
  /** Parts of a list, also after "Added:". */
  counted: {
    article: articles,
    own: (n: number) => p(n, { one: '# own name', other: '# own names' }),
    verdict: (n: number) => p(n, { one: '# correction of marks', other: '# corrections of marks' }),
    annotation: (n: number) => p(n, { one: '# profile with your notes', other: '# profiles with your notes' }),
    list: (n: number) => p(n, { one: '# list', other: '# lists' }),
  },
  passed: (n: number) => p(n, { one: '# record names nobody and is passed over.', other: '# records name nobody and are passed over.' }),
  firstOf: (n: string, of: string) => `The first ${n} of ${of}`,
  rows: 'As it would be taken in',
  columns: { what: 'What', which: 'Which', aliases: 'Other names', country: 'Country', day: 'Day' },
  types: { article: 'article', own: 'own name', verdict: 'correction of a mark', annotation: 'note', list: 'list' },
  whichColumn: 'Which column holds what',
  whichIsName: 'No column is called like one that holds names. Say which one does.',
  noColumn: 'none',
  countryNote: 'A country is put before the note.',
  kindOfAll: 'What they are',
  kindOfRest: 'What those are of which the table does not say it',
  // What is wrong
  leftOut: (n: number) => p(n, { one: '# record is left out', other: '# records are left out' }),
  more: (n: number) => p(n, { one: 'and # more', other: 'and # more' }),
  line: (n: string) => `Line ${n}`,
  came: (came: string, of: string) => `${came} of ${of} came.`,
  bad: {
    empty: 'There is nothing in the file.',
    'not-text': 'This is no text but a workbook, an archive or a picture. A table must be saved as CSV first.',
    'not-ours': 'This is no log or backup of Muster.',
    'newer-format': 'A newer version of Muster wrote this. Update Muster first.',
    'no-column': 'There is no such column.',
    'missing-records': 'The file was cut off.',
    'wrong-encoding': 'Some signs cannot be read. The file must be saved as UTF-8.',
    'too-long': 'The line is too long.',
    'not-json': 'This is not JSON.',
    'not-object': 'This is not a JSON object.',
    'unknown-type': 'Muster does not know this kind of record.',
    'wrong-shape': 'A field is missing, or holds something else than it should.',
    contradiction: 'The record contradicts itself.',
    duplicate: 'The same as an earlier one.',
    quotes: 'A quotation mark is not closed, or closed in the wrong place.',
    cells: 'There are more cells than columns.',
    'no-name': 'There is no name.',
    'name-without-letter': 'The name has no letter and no digit.',
    'unknown-kind': 'Muster does not know this kind.',
    'name-too-long': 'A name is too long.',
    'too-many-aliases': 'There are too many other names.',
  },
  // Of a backup
  withSettings: 'The settings too',
  withSettingsNote: 'They take the place of those here. Which sites may be read stays as it is in this browser.',
  feedsInIt: 'Feeds in it',
  feedsNote: 'They are not added with the rest: whom you trust is yours to say. Each link fills in the form for a feed.',
  addFeed: (title: string) => `Add ${isolated(title)} …`,
  // Taken in
  take: (n: number) => p(n, { one: 'Take in # record', other: 'Take in # records' }),
  takeSettings: 'Take in the settings',
  taking: 'Taking in …',
  added: (what: string) => `Added: ${what}.`,
  replaced: (what: string) => `Replaced by what is newer: ${what}.`,
  known: (what: string) => `Here already: ${what}.`,
  nothingNew: 'Nothing was added.',
  wereLeftOut: (n: number) => p(n, { one: '# record was left out.', other: '# records were left out.' }),
  settingsTaken: 'The settings are taken over.',
  settingsNotTaken: (trouble: string) => stopped(`The settings are as they were: ${trouble}`),
  notTaken: (trouble: string) => stopped(`Nothing was changed: ${trouble}`),
};

export type FilesWords = typeof files;
