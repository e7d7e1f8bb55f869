import type { MineWords } from '../en/mine.ts';
import { isolated, plurals, stopped } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('pl');
const { quote } = glance;

export const mine: MineWords = {
  aliasHint: 'Na końcu wiersza może stać w nawiasie język nazwy: Зброяр (uk)',
  change: 'Zmień',
  changeOne: (name) => `Zmień: ${name}`,
  save: 'Zapisz',
  cancel: 'Anuluj',
  isChanged: (name) => `Zmieniono: ${isolated(name)}.`,
  notChanged: (trouble) => stopped(`Nie udało się zmienić: ${trouble}`),
  changedMeanwhile: 'Tymczasem zmieniono to w innym oknie. Teraz jest tak:',
  saveAgain: 'To, co wpisano tutaj, nadal tu jest: zapisz jeszcze raz, aby zastąpić tamto.',
  lists: 'Listy',
  listsNote: 'Lista zbiera nazwy, które śledzisz. Nazwę wpisuje się na listę w jej profilu.',
  noLists: 'Nie ma jeszcze żadnej listy.',
  newList: 'Utwórz listę',
  listName: 'Nazwa listy',
  make: 'Utwórz',
  listMade: (name) => `Lista ${quote(name)} jest utworzona.`,
  listRemoved: (name) => `Lista ${quote(name)} jest usunięta.`,
  notify: 'Powiadamiaj, gdy ktoś z niej zostanie wymieniony',
  notifyNote: 'Przeglądarka pokaże powiadomienie, gdy któraś z tych nazw pojawi się w artykule po raz pierwszy. Najpierw zapyta, czy może.',
  notifyRefused: 'Przeglądarka nie dostała zgody na powiadomienia: pozostaje wyłączone.',
  members: (n) => p(n, { one: '# nazwa', few: '# nazwy', many: '# nazw', other: '# nazwy' }),
  noMembers: 'Na liście nie ma jeszcze nikogo.',
  rename: 'Zmień nazwę',
  renameOne: (name) => `Zmień nazwę: ${name}`,
  notes: 'Notatki i poprawki',
  notesNote: 'Własne zapiski o nazwach i poprawki profili. Pozostają na tym komputerze.',
  noNotes: 'Nic jeszcze nie napisano. Notatki, listy i poprawki mają swoje miejsce w każdym profilu.',
  corrected: 'profil poprawiony',
  notesRemoved: (name) => `Usunięto zapiski: ${isolated(name)}.`,
  notesChanged: 'Tymczasem zmieniono to w innym oknie: spójrz jeszcze raz.',
};
