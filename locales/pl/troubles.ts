import type { Troubles } from '../en/troubles.ts';
import { isolated, plurals } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('pl');
const { quote } = glance;
const because = (why: string) => (why === '' ? 'pamięć jest pełna' : isolated(why));
const MARKED = 'Nazwy są nadal oznaczane według profili dostarczonych z rozszerzeniem, ale nic nie jest zapisywane.';

export const troubles: Troubles = {
  'storage-late':
    'Baza danych Muster jeszcze nie odpowiedziała. Nazwy są oznaczane według profili dostarczonych z rozszerzeniem; dopóki nie odpowie, nic nie jest zapisywane, a potem uwzględnione zostaną także otwarte strony.',
  'storage-refused': `Przeglądarka odmawia Muster bazy danych (tryb prywatny albo wyłączone dane witryn). ${MARKED}`,
  'storage-full': `Dysk lub pamięć przeglądarki jest pełna. ${MARKED} Zwolnij miejsce i uruchom przeglądarkę ponownie.`,
  'storage-newer': `Bazę danych Muster zapisała nowsza wersja rozszerzenia i pozostaje ona nietknięta. ${MARKED} Zaktualizuj rozszerzenie.`,
  'storage-broken': (why) =>
    `Nie można otworzyć bazy danych Muster (${isolated(why)}). Nie została usunięta. ${MARKED} Uruchom przeglądarkę ponownie; jeśli to nie pomoże, usunięcie i ponowna instalacja Muster utworzy nową, pustą bazę.`,
  'settings-not-stored': (why) =>
    `Nie udało się zapisać ustawień (${isolated(why)}); są takie jak poprzednio. Zwolnij miejsce i spróbuj ponownie.`,
  'log-unread': (why) => `Nie udało się odczytać dziennika (${isolated(why)}). Nie został usunięty; uruchom przeglądarkę ponownie.`,
  'log-unreached': 'Dziennik jest niedostępny, więc niczego nie wymazano. Uruchom przeglądarkę ponownie i spróbuj jeszcze raz.',
  'page-not-kept': (why) => `Nie udało się zapisać strony w dzienniku (${isolated(why)}). Niczego nie zapisano połowicznie.`,
  'page-no-room': 'Pamięć jest pełna: tej strony nie zapisano. Zwolnij miejsce albo wymaż w ustawieniach starsze strony.',
  'old-not-erased': (why) =>
    `Nie udało się wymazać tego, co starsze niż wybrany okres (${isolated(why)}). Próba jest ponawiana codziennie.`,
  'profiles-not-loaded': (why) =>
    `Nie udało się wczytać profili (${isolated(why)}). Nic nie jest oznaczane. Uruchom przeglądarkę ponownie.`,
  'packaged-broken': (why) =>
    `Profile dostarczone z rozszerzeniem są uszkodzone (${isolated(why)}); w użyciu pozostają zapisane wcześniej. Zainstaluj rozszerzenie ponownie.`,
  'packaged-broken-none': (why) =>
    `Profile dostarczone z rozszerzeniem są uszkodzone (${isolated(why)}), a innych nie zapisano. Nic nie jest oznaczane. Zainstaluj rozszerzenie ponownie.`,
  'newer-no-room':
    'Pamięć jest pełna: nowszych profili nie udało się zapisać, w użyciu pozostają starsze. Zwolnij miejsce i uruchom przeglądarkę ponownie.',
  'newer-not-stored': (why) => `Nowszych profili nie udało się zapisać (${isolated(why)}); w użyciu pozostają starsze.`,
  'stored-unread': (why) =>
    `Nie udało się odczytać zapisanych profili (${isolated(why)}). Nazwy są oznaczane według profili dostarczonych z rozszerzeniem; dziennik jest nietknięty.`,
  'compiled-not-stored': (why) => `Nie udało się zapisać przygotowanych nazw (${because(why)}): Muster działa, ale uruchamia się wolniej.`,
  'own-some-unread': (n) =>
    p(n, {
      one: 'Nie można odczytać # z dodanych nazw, więc nie jest oznaczana. Nie została usunięta.',
      few: 'Nie można odczytać # z dodanych nazw, więc nie są oznaczane. Nie zostały usunięte.',
      many: 'Nie można odczytać # z dodanych nazw, więc nie są oznaczane. Nie zostały usunięte.',
      other: 'Nie można odczytać # z dodanych nazw, więc nie są oznaczane. Nie zostały usunięte.',
    }),
  'own-unread': (why) =>
    `Nie udało się odczytać dodanych nazw (${isolated(why)}), więc nie są oznaczane. Nie zostały usunięte; uruchom przeglądarkę ponownie.`,
  'own-no-room': (name) => `Pamięć jest pełna: nie dodano ${quote(name)}. Zwolnij miejsce albo wymaż w ustawieniach starsze strony.`,
  'own-private': 'Okno prywatne niczego nie zapisuje. Aby dodać nazwę, otwórz swoją listę w innym oknie.',
  'own-refused': 'Przeglądarka odmawia miejsca na dane, więc niczego nie można dodać.',
  'own-no-letter': 'Nazwa musi mieć co najmniej jedną literę lub cyfrę.',
  'own-no-kind': (kind) => `Nie ma takiego rodzaju obiektu: ${kind}.`,
  'own-too-long': (most) =>
    p(most, {
      one: 'Nazwa może mieć najwyżej # znak.',
      few: 'Nazwa może mieć najwyżej # znaki.',
      many: 'Nazwa może mieć najwyżej # znaków.',
      other: 'Nazwa może mieć najwyżej # znaku.',
    }),
  'own-too-many': (most) =>
    p(most, {
      one: 'Najwyżej # inna nazwa.',
      few: 'Najwyżej # inne nazwy.',
      many: 'Najwyżej # innych nazw.',
      other: 'Najwyżej # innej nazwy.',
    }),
  'notes-private': 'Okno prywatne niczego nie zapisuje. Napisz to w innym oknie.',
  'notes-refused': 'Przeglądarka odmawia miejsca na dane, więc niczego nie można zapisać.',
  'notes-no-room': 'Pamięć jest pełna: niczego nie zapisano. Zwolnij miejsce albo wymaż w ustawieniach starsze strony.',
  'note-too-long': (most) =>
    p(most, {
      one: 'Notatka może mieć najwyżej # znak.',
      few: 'Notatka może mieć najwyżej # znaki.',
      many: 'Notatka może mieć najwyżej # znaków.',
      other: 'Notatka może mieć najwyżej # znaku.',
    }),
  'overlay-no-address': (text) => `${quote(text)} nie jest adresem internetowym. Zaczyna się on od https:// albo http://.`,
  'overlay-no-country': (text) => `${quote(text)} nie jest kodem kraju. Ma on dwie litery, na przykład UA albo NO.`,
  'list-no-name': 'Lista musi mieć nazwę.',
  'verdicts-unread': (why) =>
    `Nie udało się odczytać poprawek („to nie to”) (${isolated(why)}). Nie przepadły; uruchom przeglądarkę ponownie.`,
  'verdicts-not-stored': (why) =>
    `Nie udało się zapisać ostatnich poprawek („to nie to”) (${because(why)}). Obowiązują tylko przez pewien czas. Zwolnij miejsce i wprowadź jeszcze jedną.`,
  'never-list-missing': (why) =>
    `W rozszerzeniu brakuje listy witryn, które nigdy nie są czytane (${isolated(why)}), więc żadna strona nie jest czytana. Zainstaluj rozszerzenie ponownie.`,
  'sites-not-set-up': (why) => `Nie udało się przygotować dozwolonych witryn (${isolated(why)}). Uruchom przeglądarkę ponownie.`,
  'feeds-lost': 'Przeglądarka utraciła bazę danych Muster: dziennik i pobrane profile. W użyciu są profile dostarczone z Muster.',
  'feeds-lost-off': (titles) =>
    `Przeglądarka utraciła bazę danych Muster: dziennik i pobrane profile. W użyciu są profile dostarczone z Muster. Dodane kanały są na liście, ale wyłączone (${titles}): włącz je ponownie.`,
  'feeds-not-updated': (why) => `Nie udało się zaktualizować kanałów (${isolated(why)}). Zapisane profile pozostają w użyciu.`,
  'feed-private': 'Okno prywatne niczego nie zapisuje. Aby dodać kanał, otwórz ustawienia w innym oknie.',
  'feed-no-storage': 'Przeglądarka odmawia miejsca na dane, więc nie można zapisać kanałów. W użyciu są profile dostarczone z Muster.',
  'feed-fingerprint': 'Odcisk ma 40 znaków od 0 do 9 i od a do f. Zapytaj o niego wydawcę.',
  'feed-known': 'Ten kanał jest już na liście.',
  'feed-most': (most) =>
    p(most, {
      one: 'Najwyżej # kanał. Najpierw usuń któryś.',
      few: 'Najwyżej # kanały. Najpierw usuń któryś.',
      many: 'Najwyżej # kanałów. Najpierw usuń któryś.',
      other: 'Najwyżej # kanału. Najpierw usuń któryś.',
    }),
  'feed-not-added': 'Nie udało się dodać kanału.',
  'feed-address': 'Adres kanału zaczyna się od https:// i wskazuje folder, na przykład https://news.example/muster/.',
  'feed-unknown': 'Tego kanału nie ma już na liście.',
  'feed-stays': 'Kanał dostarczony z Muster pozostaje. Można go wyłączyć.',
};
