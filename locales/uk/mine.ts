import type { MineWords } from '../en/mine.ts';
import { isolated, plurals, stopped } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('uk');
const { quote } = glance;

export const mine: MineWords = {
  aliasHint: 'Рядок може закінчуватися мовою назви в дужках: Зброяр (uk)',
  change: 'Змінити',
  changeOne: (name) => `Змінити: ${name}`,
  save: 'Зберегти',
  cancel: 'Не змінювати',
  isChanged: (name) => `Змінено: ${isolated(name)}.`,
  notChanged: (trouble) => stopped(`Не вдалося змінити: ${trouble}`),
  changedMeanwhile: 'Тим часом це змінено в іншому вікні. Тепер тут:',
  saveAgain: 'Набране вами залишилося: збережіть ще раз, щоб поставити його на місце цього.',
  lists: 'Списки',
  listsNote: 'Список збирає назви, за якими ви стежите. До нього додають у профілі.',
  noLists: 'Списків ще немає.',
  newList: 'Створити список',
  listName: 'Назва списку',
  make: 'Створити',
  listMade: (name) => `Список ${quote(name)} створено.`,
  listRemoved: (name) => `Список ${quote(name)} вилучено.`,
  notify: 'Повідомляти, коли згадано когось із них',
  notifyNote: 'Браузер покаже сповіщення, коли хтось із них уперше з’явиться в статті. Він запитає, чи можна.',
  notifyRefused: 'Браузер не отримав дозволу показувати сповіщення: тому залишається вимкненим.',
  members: (n) => p(n, { one: '# назва', few: '# назви', many: '# назв', other: '# назви' }),
  noMembers: 'У списку ще нікого немає.',
  rename: 'Перейменувати',
  renameOne: (name) => `Перейменувати: ${name}`,
  notes: 'Нотатки й виправлення',
  notesNote: 'Що ви написали про об’єкти та де виправили профіль. Усе це залишається на цьому комп’ютері.',
  noNotes: 'Ви ще нічого не написали. Місце для нотаток, списків і виправлень є в кожному профілі.',
  corrected: 'профіль виправлено',
  notesRemoved: (name) => `Вилучено ваші записи: ${isolated(name)}.`,
  notesChanged: 'Тим часом це змінено в іншому вікні: погляньте ще раз.',
};
