import { isolated, stopped } from '../format.ts';

/** What the reader wrote of an entity: notes, lists, corrections. */
export const annotations = {
  title: 'Yours',
  note: 'Note',
  noteHint: 'Markdown: *emphasis*, **strong**, “- ” for a list, [words](https://…) for a link. It stays on this machine.',
  writeNote: 'Write a note',
  editNote: 'Edit the note',
  noteRemoved: 'The note was removed.',
  save: 'Save',
  cancel: 'Cancel',
  undo: 'Undo',
  notSaved: (why: string) => stopped(`Not saved: ${why}`),
  changedMeanwhile: 'Another window has written here meanwhile. There it says:',
  removedMeanwhile: 'Another window has removed this meanwhile.',
  keepMine: 'Keep mine',
  takeTheirs: 'Take what is there',
  lists: 'Lists',
  putOnList: 'Put on a list',
  newList: 'A new list',
  makeList: 'Make it',
  correct: 'Correct the profile',
  correctionsNote:
    'What you write here stands in the place of what the publisher says, on this machine, whatever updates bring. Leave empty what is right.',
  correctionsRemoved: 'Your corrections were taken back.',
  takeBackAll: 'Take back all',
  fields: {
    name: 'Name',
    line: 'In a line: office, or what it does',
    country: 'Country (two letters)',
    website: 'Website',
    aliases: 'Further names, one a line; the language may follow in brackets: Зброяр (uk)',
  },
  alsoCalled: 'Also called',
  publisherSays: (text: string) => `The publisher says: ${isolated(text)}`,
  nothing: 'nothing',
  editOwn: 'Edit in the options',
  sinceLooked: (day: string) => `Changed since you last looked, ${day}`,
  nothingSince: (day: string) => stopped(`No update has changed this profile since you last looked, ${day}`),
  changedBefore: 'Changed before that',
};

export type AnnotationWords = typeof annotations;
