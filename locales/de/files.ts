import type { FilesWords } from '../en/files.ts';
import { isolated, plurals, stopped } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('de');
const { articles } = glance;

export const files: FilesWords = {
  title: 'Import und Export',
  backup: 'Sicherung',
  backupNote:
    'Eine Datei mit allem, was Ihnen gehört: Protokoll, eigene Namen, Notizen, Listen, Korrekturen, Einstellungen und die Adressen der Feeds. Profile sind nicht darin: Sie kommen wieder aus ihren Feeds.',
  readable: 'Die Datei ist nicht verschlüsselt: Wer sie hat, kann lesen, was Sie gelesen und geschrieben haben.',
  save: 'Sicherung speichern',
  saving: 'Die Sicherung wird zusammengestellt …',
  saved: (name) => `Gespeichert: ${isolated(name)}`,
  notSaved: (trouble) => stopped(`Konnte nicht gespeichert werden: ${trouble}`),
  otherFormats: (explorer) => ['In anderen Formaten, für andere Programme: ', explorer],
  takeIn: 'Übernehmen',
  takeInNote:
    'Eine Sicherung oder ein Protokoll von Muster, eine FollowTheMoney-Datei, eine Tabelle (CSV) oder eine Liste mit einem Namen je Zeile. Sie sehen zuerst, was darin steht.',
  file: 'Datei; sie lässt sich auch hierher ziehen',
  reading: 'Die Datei wird gelesen …',
  notRead: (trouble) => stopped(`Die Datei konnte nicht gelesen werden: ${trouble}`),
  readAs: 'Lesen als',
  formats: {
    log: 'Sicherung oder Protokoll von Muster',
    'follow-the-money': 'FollowTheMoney-Datei',
    csv: 'Tabelle (CSV)',
    names: 'Liste von Namen',
  },
  holds: (what) => `Darin: ${what}.`,
  holdsNothing: 'Darin ist nichts, was übernommen werden könnte.',
  overdue: (n) =>
    p(n, {
      one: '# der Artikel wurde zuletzt vor längerer Zeit geöffnet, als Sie Artikel behalten. Er würde binnen eines Tages wieder gelöscht: Wählen Sie zuerst unter „Was gespeichert wird“ eine längere Zeit.',
      other:
        '# der Artikel wurden zuletzt vor längerer Zeit geöffnet, als Sie Artikel behalten. Sie würden binnen eines Tages wieder gelöscht: Wählen Sie zuerst unter „Was gespeichert wird“ eine längere Zeit.',
    }),
  counted: {
    article: articles,
    own: (n) => p(n, { one: '# eigener Name', other: '# eigene Namen' }),
    verdict: (n) => p(n, { one: '# Korrektur an Markierungen', other: '# Korrekturen an Markierungen' }),
    annotation: (n) => p(n, { one: '# Profil mit Ihren Notizen', other: '# Profile mit Ihren Notizen' }),
    list: (n) => p(n, { one: '# Liste', other: '# Listen' }),
  },
  passed: (n) =>
    p(n, { one: '# Eintrag nennt niemanden und wird übergangen.', other: '# Einträge nennen niemanden und werden übergangen.' }),
  firstOf: (n, of) => `Die ersten ${n} von ${of}`,
  rows: 'So würde es übernommen',
  columns: { what: 'Was', which: 'Inhalt', aliases: 'Weitere Namen', country: 'Land', day: 'Tag' },
  types: { article: 'Artikel', own: 'eigener Name', verdict: 'Korrektur einer Markierung', annotation: 'Notiz', list: 'Liste' },
  whichColumn: 'Welche Spalte was enthält',
  whichIsName: 'Keine Spalte heißt so, wie Spalten mit Namen heißen. Wählen Sie die richtige.',
  noColumn: 'keine',
  countryNote: 'Ein Land wird der Notiz vorangestellt.',
  kindOfAll: 'Was sie sind',
  kindOfRest: 'Was diejenigen sind, zu denen die Tabelle nichts sagt',
  leftOut: (n) => p(n, { one: '# Eintrag bleibt draußen', other: '# Einträge bleiben draußen' }),
  more: (n) => p(n, { one: 'und # weiterer', other: 'und # weitere' }),
  line: (n) => `Zeile ${n}`,
  came: (came, of) => `${came} von ${of} sind angekommen.`,
  bad: {
    empty: 'Die Datei ist leer.',
    'not-text':
      'Das ist kein Text, sondern eine Arbeitsmappe, ein Archiv oder ein Bild. Eine Tabelle muss erst als CSV gespeichert werden.',
    'not-ours': 'Das ist weder Protokoll noch Sicherung von Muster.',
    'newer-format': 'Das hat eine neuere Version von Muster geschrieben. Aktualisieren Sie Muster zuerst.',
    'no-column': 'Diese Spalte gibt es nicht.',
    'missing-records': 'Die Datei ist abgeschnitten.',
    'wrong-encoding': 'Einige Zeichen sind nicht lesbar. Die Datei muss als UTF-8 gespeichert sein.',
    'too-long': 'Die Zeile ist zu lang.',
    'not-json': 'Das ist kein JSON.',
    'not-object': 'Das ist kein JSON-Objekt.',
    'unknown-type': 'Diese Art von Eintrag kennt Muster nicht.',
    'wrong-shape': 'Ein Feld fehlt oder enthält etwas anderes, als es sollte.',
    contradiction: 'Der Eintrag widerspricht sich.',
    duplicate: 'Dasselbe wie ein früherer Eintrag.',
    quotes: 'Ein Anführungszeichen ist nicht oder an der falschen Stelle geschlossen.',
    cells: 'Es sind mehr Zellen als Spalten.',
    'no-name': 'Der Name fehlt.',
    'name-without-letter': 'Der Name enthält weder Buchstaben noch Ziffern.',
    'unknown-kind': 'Diese Art kennt Muster nicht.',
    'name-too-long': 'Ein Name ist zu lang.',
    'too-many-aliases': 'Es sind zu viele weitere Namen.',
  },
  withSettings: 'Auch die Einstellungen',
  withSettingsNote: 'Sie ersetzen die hiesigen. Welche Websites gelesen werden dürfen, bleibt so, wie es in diesem Browser ist.',
  feedsInIt: 'Feeds darin',
  feedsNote:
    'Sie werden nicht mit dem Rest hinzugefügt: Wem Sie vertrauen, entscheiden Sie. Jeder Link füllt das Formular für einen Feed aus.',
  addFeed: (title) => `Hinzufügen: ${isolated(title)} …`,
  take: (n) => p(n, { one: '# Eintrag übernehmen', other: '# Einträge übernehmen' }),
  takeSettings: 'Einstellungen übernehmen',
  taking: 'Wird übernommen …',
  added: (what) => `Hinzugefügt: ${what}.`,
  replaced: (what) => `Durch Neueres ersetzt: ${what}.`,
  known: (what) => `Schon vorhanden: ${what}.`,
  nothingNew: 'Nichts wurde hinzugefügt.',
  wereLeftOut: (n) => p(n, { one: '# Eintrag blieb draußen.', other: '# Einträge blieben draußen.' }),
  settingsTaken: 'Die Einstellungen sind übernommen.',
  settingsNotTaken: (trouble) => stopped(`Die Einstellungen sind, wie sie waren: ${trouble}`),
  notTaken: (trouble) => stopped(`Nichts wurde geändert: ${trouble}`),
};
