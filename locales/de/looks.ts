import type { LooksWords } from '../en/looks.ts';

export const looks: LooksWords = {
  preview: 'So sehen Markierungen jetzt aus',
  uncertain: 'Unsichere Namen haben immer eine blasse Linie, gestrichelt oder gepunktet.',
  strength: 'Markierungen sind',
  lineOf: (kind) => `${kind}: Linie`,
  colourOf: (kind) => `${kind}: Farbe`,
  lines: {
    solid: 'Linie',
    double: 'Doppelte Linie',
    dotted: 'Punkte',
    dashed: 'Striche',
    wavy: 'Welle',
    rails: 'Linien unten und oben',
    'dotted-rails': 'Punkte unten und oben',
    tint: 'Farbiger Grund',
  },
  colours: {
    blue: 'Blau',
    violet: 'Violett',
    teal: 'Petrol',
    ochre: 'Ocker',
    slate: 'Schiefer',
    rose: 'Altrosa',
    ink: 'Schwarz oder Weiß',
  },
  strengths: {
    subtle: 'zurückhaltend',
    normal: 'normal',
    strong: 'kräftig',
  },
  keys: 'Tasten',
  noKey: 'keine Taste',
  onTheCard:
    'Auf einer Karte, die mit einer Taste geöffnet wurde, führt Tab zu den Schaltflächen, und Esc schließt sie. Im Fenster von Muster und in der Seitenleiste führen die Pfeiltasten von Name zu Name.',
  changeKeys: 'Tasten im Browser ändern',
  browserKeeps: 'Die Tasten verwaltet der Browser; er sagt auch, wenn eine schon vergeben ist.',
  changeInFirefox:
    'Um Tasten zu ändern, öffnen Sie „Add-ons und Themes“ (about:addons), das Zahnrad und dort „Tastenkombinationen von Erweiterungen verwalten“.',
  commands: {
    _execute_action: 'Wer auf dieser Seite genannt wird: das Fenster von Muster',
    'look-up': 'Profile durchsuchen',
    'open-card': 'Karte des erreichten Namens öffnen',
    'next-mention': 'Zum nächsten Namen auf der Seite',
    'previous-mention': 'Zum vorigen Namen auf der Seite',
    pause: 'Überall pausieren oder fortsetzen',
  },
};
