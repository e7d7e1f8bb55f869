import type { WelcomeWords } from '../en/welcome.ts';
import { plurals } from '../format.ts';

const p = plurals('pl');

export const welcome: WelcomeWords = {
  title: 'Witamy w Muster',
  lede: 'Oznacza na stronach informacyjnych firmy i przedstawicieli władz związanych z przemysłem obronnym i mówi, z kim wcześniej ich wymieniano.',
  allOptions: 'Wszystkie ustawienia',
  sampleTitle: 'Jak wyglądają oznaczenia',
  sample: {
    event: 'Forum Przykładów',
    company: 'Systemy Przykładowe',
    other: 'Próbka i Synowie',
    official: 'Anna Umowna',
    organisation: 'Związek Wzorców',
    programme: 'Okaz',
    uncertain: 'Próbka',
    text: (of) => [
      'Na wydarzeniu ',
      of.event,
      ' firmy ',
      of.company,
      ' i ',
      of.other,
      ' rozmawiały o samolocie ',
      of.programme,
      '. Organizację ',
      of.organisation,
      ' reprezentowała ',
      of.official,
      '. Był tam też niejaki ',
      of.uncertain,
      '.',
    ],
  },
  lines: {
    company: 'linia ciągła',
    official: 'linia podwójna',
    organisation: 'linia kropkowana',
    event: 'linia pod spodem i u góry',
    programme: 'kropki pod spodem i u góry',
    uncertain: 'blada linia przerywana',
  },
  uncertain: 'Niepewne',
  restOnMark: 'Zatrzymaj wskaźnik na oznaczeniu, a karta powie, kto to jest i dlaczego został oznaczony.',
  reads: 'Co jest czytane',
  readsText: (n, link) => [
    `Tekst stron ${
      n === undefined
        ? 'z listy serwisów informacyjnych'
        : `w serwisach informacyjnych (na liście: ${p(n, { one: '# serwis', few: '# serwisy', many: '# serwisów', other: '# serwisu' })})`
    }, aby znaleźć w nim nazwy. `,
    link,
    '. Każda inna witryna tylko za zgodą wyrażoną w oknie Muster, raz albo na stałe.',
  ],
  seeList: 'Zobacz listę',
  neverReads: 'To, co wpisujesz, poczta, banki, zdrowie i inne prywatne witryny nigdy nie są czytane, niezależnie od udzielonych zgód.',
  keeps: 'Co jest zapisywane i gdzie',
  keepsText:
    'O każdym artykule: adres, tytuł, wydawca i data, kogo w nim wymieniono, oraz zdania z tymi wzmiankami. Dzięki temu Muster może powiedzieć, z kim kogoś wcześniej wymieniano. Okna prywatne nigdy nie są zapisywane.',
  keepsWhere:
    'Wszystko pozostaje w tej przeglądarce, na tym komputerze (w IndexedDB), tak długo, jak zechcesz. Można wymazać stronę, witrynę, okres albo wszystko.',
  nothingLeaves: 'Nic nie opuszcza tego komputera.',
  nothingLeavesText:
    'Muster nie wysyła nikomu stron, adresów, nazw ani statystyk. Nie ma żadnego konta. Pyta tylko o kanały z listy profili, w całości i zawsze tak samo, niezależnie od tego, co jest czytane; na początku nie ma żadnego.',
  pagesMaySee:
    'Strona, która tego szuka, może wykryć, że słowa na niej są oznaczone, jak przy każdym rozszerzeniu oznaczającym tekst; nie widzi tego, co Muster wie lub zapisuje.',
  switches: 'Przełączniki',
  keepLogNote: 'Po wyłączeniu nazwy są oznaczane, ale nic nie jest zapisywane.',
  everyPageNote: 'Nie tylko lista serwisów informacyjnych. Przeglądarka o to zapyta.',
  ways: 'Jak otworzyć',
  waysButton: 'Przycisk na pasku narzędzi (Alt+Shift+M): kto jest na tej stronie, co o nim wiadomo i z kim go wymieniano.',
  waysSearch: 'Alt+Shift+L: przeszukiwanie profili, dowolnym pismem.',
  waysCard: 'Alt+Shift+C: karta następnej nazwy na stronie, bez wskaźnika.',
  waysMenu: 'Zaznacz nazwę na stronie i otwórz menu: wyszukaj ją albo dodaj do swojej listy.',
  waysNote: 'Przeglądarka mogła przydzielić te klawisze czemuś innemu; widać to na jej stronie skrótów klawiszowych rozszerzeń.',
};
