import type { WelcomeWords } from '../en/welcome.ts';
import { plurals } from '../format.ts';

const p = plurals('de');

export const welcome: WelcomeWords = {
  title: 'Willkommen bei Muster',
  lede: 'Markiert auf Nachrichtenseiten Unternehmen und Amtsträger der Rüstungsbranche und sagt, mit wem sie schon einmal genannt wurden.',
  allOptions: 'Alle Einstellungen',
  sampleTitle: 'Wie die Markierungen aussehen',
  sample: {
    event: 'Forum der Beispiele',
    company: 'Beispiel-Systeme',
    other: 'Probe & Söhne',
    official: 'Erika Platzhalter',
    organisation: 'Bund der Vorlagen',
    programme: 'Specimen',
    uncertain: 'Probe',
    text: (of) => [
      'Beim ',
      of.event,
      ' trafen die Firmen ',
      of.company,
      ' und ',
      of.other,
      ' mit ',
      of.official,
      ' vom ',
      of.organisation,
      ' zusammen; es ging um das Flugzeug ',
      of.programme,
      '. Auch ein gewisser ',
      of.uncertain,
      ' war dabei.',
    ],
  },
  lines: {
    company: 'eine durchgezogene Linie',
    official: 'eine doppelte Linie',
    organisation: 'eine gepunktete Linie',
    event: 'eine Linie darunter und darüber',
    programme: 'Punkte darunter und darüber',
    uncertain: 'eine blasse, gestrichelte Linie',
  },
  uncertain: 'Unsicher',
  restOnMark: 'Lassen Sie den Zeiger auf einer Markierung ruhen: Eine Karte sagt, wer das ist und warum es markiert ist.',
  reads: 'Was gelesen wird',
  readsText: (n, link) => [
    `Der Text von Seiten auf ${
      n === undefined ? 'einer Liste von Nachrichten-Websites' : p(n, { one: '# Nachrichten-Website', other: '# Nachrichten-Websites' })
    }, um darin Namen zu finden. `,
    link,
    '. Jede andere Website nur, wenn Sie es im Fenster von Muster erlauben, einmal oder immer.',
  ],
  seeList: 'Liste ansehen',
  neverReads: 'Was Sie eintippen, Webmail, Banken, Gesundheit und andere private Websites werden nie gelesen, was immer Sie erlauben.',
  keeps: 'Was gespeichert wird, und wo',
  keepsText:
    'Von jedem Artikel: Adresse, Titel, Herausgeber und Datum, wer darin genannt wurde, und die Sätze dazu. So kann Muster sagen, mit wem jemand schon einmal genannt wurde. Private Fenster werden nie gespeichert.',
  keepsWhere:
    'Alles bleibt in diesem Browser auf diesem Rechner (in der IndexedDB), so lange Sie es wünschen. Sie können eine Seite, eine Website, einen Zeitraum oder alles löschen.',
  nothingLeaves: 'Nichts verlässt diesen Rechner.',
  nothingLeavesText:
    'Muster sendet niemandem Seiten, Adressen, Namen oder Statistiken. Ein Konto gibt es nicht. Abgerufen werden nur die Feeds auf Ihrer Liste der Profile, im Ganzen und unabhängig davon, was Sie lesen; anfangs ist es keiner.',
  pagesMaySee:
    'Eine Seite, die danach sucht, kann herausfinden, dass Wörter auf ihr markiert sind, wie bei jeder Erweiterung, die Text markiert; was Muster weiß oder speichert, sieht sie nicht.',
  switches: 'Ihre Schalter',
  keepLogNote: 'Ausgeschaltet werden Namen markiert, und nichts wird gespeichert.',
  everyPageNote: 'Nicht nur die Liste der Nachrichten-Websites. Der Browser fragt nach.',
  ways: 'Wege hinein',
  waysButton: 'Das Symbol in der Symbolleiste (Alt+Umschalt+M): wer auf dieser Seite steht, was bekannt ist und wer mit wem genannt wurde.',
  waysSearch: 'Alt+Umschalt+L: Profile durchsuchen, in beliebiger Schrift.',
  waysCard: 'Alt+Umschalt+C: die Karte des nächsten Namens auf der Seite, ohne Zeiger.',
  waysMenu: 'Markieren Sie einen Namen auf einer Seite und öffnen Sie das Menü: nachschlagen oder zu Ihrer Liste hinzufügen.',
  waysNote: 'Der Browser kann diese Tasten anders vergeben haben; seine eigene Seite für Tastenkürzel von Erweiterungen zeigt es.',
};
