import type { MineWords } from '../en/mine.ts';
import { isolated, plurals, stopped } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('de');
const { quote } = glance;

export const mine: MineWords = {
  aliasHint: 'Am Ende einer Zeile kann in Klammern die Sprache des Namens stehen: Зброяр (uk)',
  change: 'Ändern',
  changeOne: (name) => `Ändern: ${name}`,
  save: 'Speichern',
  cancel: 'Abbrechen',
  isChanged: (name) => `${isolated(name)} ist geändert.`,
  notChanged: (trouble) => stopped(`Konnte nicht geändert werden: ${trouble}`),
  changedMeanwhile: 'Ein anderes Fenster hat den Eintrag inzwischen geändert. Jetzt lautet er:',
  saveAgain: 'Was Sie getippt haben, ist noch da: Speichern Sie noch einmal, um jenes zu ersetzen.',
  lists: 'Listen',
  listsNote: 'Eine Liste sammelt Namen, die Sie verfolgen. Auf die Liste kommt ein Name in seinem Profil.',
  noLists: 'Noch keine Liste.',
  newList: 'Liste anlegen',
  listName: 'Name der Liste',
  make: 'Anlegen',
  listMade: (name) => `Die Liste ${quote(name)} ist angelegt.`,
  listRemoved: (name) => `Die Liste ${quote(name)} ist entfernt.`,
  notify: 'Melden, wenn jemand davon genannt wird',
  notifyNote:
    'Der Browser zeigt eine Benachrichtigung, wenn einer der Namen zum ersten Mal in einem Artikel steht. Er fragt Sie vorher, ob er darf.',
  notifyRefused: 'Der Browser darf keine Benachrichtigungen zeigen: Es bleibt ausgeschaltet.',
  members: (n) => p(n, { one: '# Name', other: '# Namen' }),
  noMembers: 'Noch steht niemand darauf.',
  rename: 'Umbenennen',
  renameOne: (name) => `Umbenennen: ${name}`,
  notes: 'Notizen und Korrekturen',
  notesNote: 'Was Sie zu Namen geschrieben und wo Sie ein Profil korrigiert haben. Es bleibt auf diesem Rechner.',
  noNotes: 'Sie haben noch nichts geschrieben. Notizen, Listen und Korrekturen haben ihren Platz in jedem Profil.',
  corrected: 'Profil korrigiert',
  notesRemoved: (name) => `Was Sie geschrieben haben, ist entfernt: ${isolated(name)}.`,
  notesChanged: 'Ein anderes Fenster hat das inzwischen geändert: Sehen Sie es sich noch einmal an.',
};
