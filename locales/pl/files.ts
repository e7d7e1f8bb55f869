import type { FilesWords } from '../en/files.ts';
import { isolated, plurals, stopped } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('pl');
const { articles } = glance;

export const files: FilesWords = {
  title: 'Import i eksport',
  backup: 'Kopia zapasowa',
  backupNote:
    'Jeden plik ze wszystkim, co twoje: dziennik, własne nazwy, notatki, listy, poprawki, ustawienia i adresy kanałów. Profili w nim nie ma: przyjdą znowu ze swoich kanałów.',
  readable: 'Plik nie jest zaszyfrowany: kto go ma, może przeczytać to, co czytasz i piszesz.',
  save: 'Zapisz kopię zapasową',
  saving: 'Przygotowywanie kopii …',
  saved: (name) => `Zapisano: ${isolated(name)}`,
  notSaved: (trouble) => stopped(`Nie udało się zapisać: ${trouble}`),
  otherFormats: (explorer) => ['W innych formatach, dla innych programów: ', explorer],
  takeIn: 'Wczytywanie',
  takeInNote:
    'Kopia zapasowa lub dziennik Muster, plik FollowTheMoney, tabela (CSV) albo lista z jedną nazwą w wierszu. Najpierw zobaczysz, co w niej jest.',
  file: 'Plik; można go też tu przeciągnąć',
  reading: 'Odczytywanie pliku …',
  notRead: (trouble) => stopped(`Nie udało się odczytać pliku: ${trouble}`),
  readAs: 'Czytaj jako',
  formats: {
    log: 'Kopia lub dziennik Muster',
    'follow-the-money': 'Plik FollowTheMoney',
    csv: 'Tabela (CSV)',
    names: 'Lista nazw',
  },
  holds: (what) => `W pliku: ${what}.`,
  holdsNothing: 'W pliku nie ma nic, co można by wczytać.',
  overdue: (n) =>
    p(n, {
      one: '# z artykułów otwarto ostatnio dawniej, niż przechowujesz artykuły. Zostałby w ciągu doby znów wymazany: najpierw wybierz dłuższy czas w części „Co jest zapisywane”.',
      few: '# z artykułów otwarto ostatnio dawniej, niż przechowujesz artykuły. Zostałyby w ciągu doby znów wymazane: najpierw wybierz dłuższy czas w części „Co jest zapisywane”.',
      many: '# z artykułów otwarto ostatnio dawniej, niż przechowujesz artykuły. Zostałyby w ciągu doby znów wymazane: najpierw wybierz dłuższy czas w części „Co jest zapisywane”.',
      other:
        '# z artykułów otwarto ostatnio dawniej, niż przechowujesz artykuły. Zostałyby w ciągu doby znów wymazane: najpierw wybierz dłuższy czas w części „Co jest zapisywane”.',
    }),
  counted: {
    article: articles,
    own: (n) => p(n, { one: '# własna nazwa', few: '# własne nazwy', many: '# własnych nazw', other: '# własnej nazwy' }),
    verdict: (n) =>
      p(n, { one: '# poprawka oznaczeń', few: '# poprawki oznaczeń', many: '# poprawek oznaczeń', other: '# poprawki oznaczeń' }),
    annotation: (n) =>
      p(n, {
        one: '# profil z notatkami',
        few: '# profile z notatkami',
        many: '# profili z notatkami',
        other: '# profilu z notatkami',
      }),
    list: (n) => p(n, { one: '# lista', few: '# listy', many: '# list', other: '# listy' }),
  },
  passed: (n) =>
    p(n, {
      one: '# wpis nikogo nie wymienia i zostanie pominięty.',
      few: '# wpisy nikogo nie wymieniają i zostaną pominięte.',
      many: '# wpisów nikogo nie wymienia i zostanie pominiętych.',
      other: '# wpisu nikogo nie wymienia i zostanie pominięte.',
    }),
  firstOf: (n, of) => `Pierwsze ${n} z ${of}`,
  rows: 'Tak zostanie to wczytane',
  columns: { what: 'Co to', which: 'Treść', aliases: 'Inne nazwy', country: 'Kraj', day: 'Dzień' },
  types: { article: 'artykuł', own: 'własna nazwa', verdict: 'poprawka oznaczenia', annotation: 'notatka', list: 'lista' },
  whichColumn: 'Co jest w której kolumnie',
  whichIsName: 'Żadna kolumna nie nazywa się tak, jak kolumny z nazwami. Wskaż właściwą.',
  noColumn: 'żadna',
  countryNote: 'Kraj stanie na początku notatki.',
  kindOfAll: 'Czym są',
  kindOfRest: 'Czym są te, o których tabela tego nie mówi',
  leftOut: (n) => p(n, { one: '# wpis pominięty', few: '# wpisy pominięte', many: '# wpisów pominiętych', other: '# wpisu pominięte' }),
  more: (n) => p(n, { one: 'i jeszcze #', few: 'i jeszcze #', many: 'i jeszcze #', other: 'i jeszcze #' }),
  line: (n) => `Wiersz ${n}`,
  came: (came, of) => `Dotarło ${came} z ${of}.`,
  bad: {
    empty: 'Plik jest pusty.',
    'not-text': 'To nie tekst, lecz arkusz, archiwum albo obraz. Tabelę trzeba najpierw zapisać jako CSV.',
    'not-ours': 'To nie jest dziennik ani kopia Muster.',
    'newer-format': 'Zapisała to nowsza wersja Muster. Najpierw zaktualizuj Muster.',
    'no-column': 'Nie ma takiej kolumny.',
    'missing-records': 'Plik jest ucięty.',
    'wrong-encoding': 'Niektórych znaków nie da się odczytać. Plik trzeba zapisać w kodowaniu UTF-8.',
    'too-long': 'Wiersz jest za długi.',
    'not-json': 'To nie jest JSON.',
    'not-object': 'To nie jest obiekt JSON.',
    'unknown-type': 'Muster nie zna takich wpisów.',
    'wrong-shape': 'Brakuje pola albo jest w nim coś innego, niż powinno.',
    contradiction: 'Wpis przeczy sam sobie.',
    duplicate: 'Taki sam wpis był już wcześniej.',
    quotes: 'Cudzysłów nie jest zamknięty albo zamknięto go w złym miejscu.',
    cells: 'Komórek jest więcej niż kolumn.',
    'no-name': 'Nie ma nazwy.',
    'name-without-letter': 'W nazwie nie ma litery ani cyfry.',
    'unknown-kind': 'Muster nie zna takiego rodzaju.',
    'name-too-long': 'Nazwa jest za długa.',
    'too-many-aliases': 'Innych nazw jest za dużo.',
  },
  withSettings: 'Także ustawienia',
  withSettingsNote: 'Zastąpią tutejsze. To, które witryny wolno czytać, pozostanie takie jak w tej przeglądarce.',
  feedsInIt: 'Kanały w pliku',
  feedsNote: 'Nie zostaną dodane z resztą: komu ufać, decydujesz ty. Każdy odnośnik wypełnia formularz kanału.',
  addFeed: (title) => `Dodaj: ${isolated(title)} …`,
  take: (n) => p(n, { one: 'Wczytaj # wpis', few: 'Wczytaj # wpisy', many: 'Wczytaj # wpisów', other: 'Wczytaj # wpisu' }),
  takeSettings: 'Wczytaj ustawienia',
  taking: 'Wczytywanie danych …',
  added: (what) => `Dodano: ${what}.`,
  replaced: (what) => `Zastąpiono nowszymi: ${what}.`,
  known: (what) => `Już tu było: ${what}.`,
  nothingNew: 'Niczego nie dodano.',
  wereLeftOut: (n) =>
    p(n, { one: 'Pominięto # wpis.', few: 'Pominięto # wpisy.', many: 'Pominięto # wpisów.', other: 'Pominięto # wpisu.' }),
  settingsTaken: 'Ustawienia przejęto.',
  settingsNotTaken: (trouble) => stopped(`Ustawienia są takie jak poprzednio: ${trouble}`),
  notTaken: (trouble) => stopped(`Niczego nie zmieniono: ${trouble}`),
};
