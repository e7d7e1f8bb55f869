import type { LooksWords } from '../en/looks.ts';

export const looks: LooksWords = {
  preview: 'Jak oznaczenia wyglądają teraz',
  uncertain: 'Niepewne nazwy mają zawsze bladą linię, kreskowaną lub kropkowaną.',
  strength: 'Oznaczenia są',
  lineOf: (kind) => `${kind}: linia`,
  colourOf: (kind) => `${kind}: kolor`,
  lines: {
    solid: 'Linia',
    double: 'Podwójna linia',
    dotted: 'Kropki',
    dashed: 'Kreski',
    wavy: 'Fala',
    rails: 'Linie pod spodem i u góry',
    'dotted-rails': 'Kropki pod spodem i u góry',
    tint: 'Kolorowe tło',
  },
  colours: {
    blue: 'Niebieski',
    violet: 'Fioletowy',
    teal: 'Morski',
    ochre: 'Ochra',
    slate: 'Szaroniebieski',
    rose: 'Różowy',
    ink: 'Czarny lub biały',
  },
  strengths: {
    subtle: 'dyskretne',
    normal: 'zwykłe',
    strong: 'wyraźne',
  },
  keys: 'Klawisze',
  noKey: 'brak klawisza',
  onTheCard:
    'Na karcie otwartej z klawiatury Tab prowadzi do przycisków, a Esc ją zamyka. W oknie Muster i panelu bocznym strzałki przechodzą od nazwy do nazwy.',
  changeKeys: 'Zmień klawisze w przeglądarce',
  browserKeeps: 'Klawiszami zarządza przeglądarka; powie też, jeśli któryś jest już zajęty.',
  changeInFirefox:
    'Aby zmienić klawisze, otwórz „Dodatki i motywy” (about:addons), kliknij koło zębate i wybierz „Zarządzaj skrótami rozszerzeń”.',
  commands: {
    _execute_action: 'Kogo wymieniono na tej stronie: okno Muster',
    'look-up': 'Przeszukaj profile',
    'open-card': 'Otwórz kartę osiągniętej nazwy',
    'next-mention': 'Przejdź do następnej nazwy na stronie',
    'previous-mention': 'Przejdź do poprzedniej nazwy na stronie',
    pause: 'Wstrzymaj lub wznów wszędzie',
  },
};
