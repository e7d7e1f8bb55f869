import { isolated, plurals, stopped } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('en');
const { quote } = glance;

/** What the reader adds, writes and gathers: own names, lists, notes and corrections, as the options show them. */
export const mine = {
  // Own names
  aliasHint: 'A line may end in the language of the name, in brackets: Зброяр (uk)',
  change: 'Change',
  changeOne: (name: string) => `Change ${name}`,
  save: 'Save',
  cancel: 'Cancel',
  isChanged: (name: string) => `${isolated(name)} is changed.`,
  notChanged: (trouble: string) => stopped(`Could not be changed: ${trouble}`),
  changedMeanwhile: 'Another window has changed it meanwhile. It is now:',
  saveAgain: 'What you typed is still here: save again to put it in the place of that.',
  // Lists
  lists: 'Lists',
  listsNote: 'A list gathers names that you follow. A name is put on it in its profile.',
  noLists: 'No list yet.',
  newList: 'Make a list',
  listName: 'Name of the list',
  make: 'Make',
  listMade: (name: string) => `The list ${quote(name)} is made.`,
  listRemoved: (name: string) => `The list ${quote(name)} is removed.`,
  notify: 'Tell me when one of them is named',
  notifyNote: 'The browser shows a notice when one of them stands in an article for the first time. It will ask you whether it may.',
  notifyRefused: 'The browser was not allowed to show notices: this stays off.',
  members: (n: number) => p(n, { one: '# name', other: '# names' }),
  noMembers: 'Nobody is on it yet.',
  rename: 'Rename',
  renameOne: (name: string) => `Rename ${name}`,
  // Notes and corrections
  notes: 'Notes and corrections',
  notesNote: 'What you wrote of names and where you corrected a profile. It stays on this machine.',
  noNotes: 'You have not written anything of a name yet. Notes, lists and corrections have their place in each profile.',
  corrected: 'profile corrected',
  notesRemoved: (name: string) => `What you wrote of ${isolated(name)} is removed.`,
  notesChanged: 'Another window has changed this meanwhile: look at it again.',
};

export type MineWords = typeof mine;
