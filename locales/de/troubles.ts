import type { Troubles } from '../en/troubles.ts';
import { isolated, plurals } from '../format.ts';
import { glance } from './glance.ts';

const p = plurals('de');
const { quote } = glance;
const because = (why: string) => (why === '' ? 'der Speicher ist voll' : isolated(why));
const MARKED = 'Namen werden weiterhin markiert, nach den Profilen aus der Erweiterung, aber nichts wird gespeichert.';

export const troubles: Troubles = {
  'storage-late':
    'Die Datenbank von Muster hat noch nicht geantwortet. Namen werden nach den Profilen aus der Erweiterung markiert; bis sie antwortet, wird nichts gespeichert, danach auch die offenen Seiten.',
  'storage-refused': `Der Browser verweigert Muster eine Datenbank (privater Modus, oder Websitedaten sind ausgeschaltet). ${MARKED}`,
  'storage-full': `Die Festplatte oder der Speicher des Browsers ist voll. ${MARKED} Schaffen Sie Platz und starten Sie den Browser neu.`,
  'storage-newer': `Die Datenbank von Muster stammt von einer neueren Version der Erweiterung und bleibt unberührt. ${MARKED} Aktualisieren Sie die Erweiterung.`,
  'storage-broken': (why) =>
    `Die Datenbank von Muster lässt sich nicht öffnen (${isolated(why)}). Sie wurde nicht gelöscht. ${MARKED} Starten Sie den Browser neu; hilft das nicht, legt eine Neuinstallation von Muster eine neue, leere an.`,
  'settings-not-stored': (why) =>
    `Die Einstellungen konnten nicht gespeichert werden (${isolated(why)}) und sind wie zuvor. Schaffen Sie Platz und versuchen Sie es noch einmal.`,
  'log-unread': (why) =>
    `Das Protokoll konnte nicht gelesen werden (${isolated(why)}). Es wurde nicht gelöscht; starten Sie den Browser neu.`,
  'log-unreached':
    'Das Protokoll ist nicht erreichbar, daher wurde nichts gelöscht. Starten Sie den Browser neu und versuchen Sie es noch einmal.',
  'page-not-kept': (why) => `Eine Seite konnte nicht ins Protokoll aufgenommen werden (${isolated(why)}). Nichts wurde halb gespeichert.`,
  'page-no-room':
    'Der Speicher ist voll: Diese Seite wurde nicht gespeichert. Schaffen Sie Platz, oder löschen Sie ältere Seiten in den Einstellungen.',
  'old-not-erased': (why) =>
    `Was älter ist als gewünscht, konnte nicht gelöscht werden (${isolated(why)}). Es wird jeden Tag wieder versucht.`,
  'profiles-not-loaded': (why) =>
    `Die Profile konnten nicht geladen werden (${isolated(why)}). Nichts wird markiert. Starten Sie den Browser neu.`,
  'packaged-broken': (why) =>
    `Die Profile aus der Erweiterung sind beschädigt (${isolated(why)}); die zuvor gespeicherten bleiben in Gebrauch. Installieren Sie die Erweiterung neu.`,
  'packaged-broken-none': (why) =>
    `Die Profile aus der Erweiterung sind beschädigt (${isolated(why)}), und es sind keine gespeichert. Nichts wird markiert. Installieren Sie die Erweiterung neu.`,
  'newer-no-room':
    'Der Speicher ist voll: Neuere Profile konnten nicht gespeichert werden, die älteren bleiben in Gebrauch. Schaffen Sie Platz und starten Sie den Browser neu.',
  'newer-not-stored': (why) => `Neuere Profile konnten nicht gespeichert werden (${isolated(why)}); die älteren bleiben in Gebrauch.`,
  'stored-unread': (why) =>
    `Die gespeicherten Profile konnten nicht gelesen werden (${isolated(why)}). Namen werden nach den Profilen aus der Erweiterung markiert; Ihr Protokoll ist unberührt.`,
  'compiled-not-stored': (why) =>
    `Die aufbereiteten Namen konnten nicht gespeichert werden (${because(why)}): Muster funktioniert, startet aber langsamer.`,
  'own-some-unread': (n) =>
    p(n, {
      one: '# der von Ihnen hinzugefügten Namen ist nicht lesbar und wird nicht markiert. Er wurde nicht gelöscht.',
      other: '# der von Ihnen hinzugefügten Namen sind nicht lesbar und werden nicht markiert. Sie wurden nicht gelöscht.',
    }),
  'own-unread': (why) =>
    `Die von Ihnen hinzugefügten Namen konnten nicht gelesen werden (${isolated(why)}) und werden nicht markiert. Sie wurden nicht gelöscht; starten Sie den Browser neu.`,
  'own-no-room': (name) =>
    `Der Speicher ist voll: ${quote(name)} wurde nicht hinzugefügt. Schaffen Sie Platz, oder löschen Sie ältere Seiten in den Einstellungen.`,
  'own-private': 'Ein privates Fenster speichert nichts. Öffnen Sie Ihre Liste in einem anderen Fenster, um einen Namen hinzuzufügen.',
  'own-refused': 'Der Browser verweigert den Speicher, daher kann nichts hinzugefügt werden.',
  'own-no-letter': 'Ein Name braucht mindestens einen Buchstaben oder eine Ziffer.',
  'own-no-kind': (kind) => `Diese Art von Eintrag gibt es nicht: ${kind}.`,
  'own-too-long': (most) => `Ein Name hat höchstens ${most} Zeichen.`,
  'own-too-many': (most) => `Höchstens ${most} weitere Namen.`,
  'notes-private': 'Ein privates Fenster speichert nichts. Schreiben Sie dies in einem anderen Fenster.',
  'notes-refused': 'Der Browser verweigert den Speicher, daher kann nichts geschrieben werden.',
  'notes-no-room':
    'Der Speicher ist voll: Es wurde nichts geschrieben. Schaffen Sie Platz oder löschen Sie in den Einstellungen ältere Seiten.',
  'note-too-long': (most) => `Eine Notiz hat höchstens ${most} Zeichen.`,
  'overlay-no-address': (text) => `${quote(text)} ist keine Webadresse. Sie beginnt mit https:// oder http://.`,
  'overlay-no-country': (text) => `${quote(text)} ist kein Ländercode. Er hat zwei Buchstaben, etwa UA oder NO.`,
  'list-no-name': 'Eine Liste braucht einen Namen.',
  'verdicts-unread': (why) =>
    `Ihre Korrekturen („nicht gemeint“) konnten nicht gelesen werden (${isolated(why)}). Sie sind nicht verloren; starten Sie den Browser neu.`,
  'verdicts-not-stored': (why) =>
    `Ihre letzten Korrekturen („nicht gemeint“) konnten nicht gespeichert werden (${because(why)}). Sie gelten nur vorübergehend. Schaffen Sie Platz und geben Sie dann noch eine ein.`,
  'never-list-missing': (why) =>
    `Die Liste der Websites, die nie gelesen werden, fehlt in der Erweiterung (${isolated(why)}), daher wird keine Seite gelesen. Installieren Sie die Erweiterung neu.`,
  'sites-not-set-up': (why) =>
    `Die von Ihnen erlaubten Websites konnten nicht eingerichtet werden (${isolated(why)}). Starten Sie den Browser neu.`,
  'feeds-lost':
    'Der Browser hat die Datenbank von Muster verloren: Ihr Protokoll und die abgerufenen Profile. Die mit Muster gelieferten Profile sind in Gebrauch.',
  'feeds-lost-off': (titles) =>
    `Der Browser hat die Datenbank von Muster verloren: Ihr Protokoll und die abgerufenen Profile. Die mit Muster gelieferten Profile sind in Gebrauch. Die hinzugefügten Feeds stehen auf Ihrer Liste und sind ausgeschaltet (${titles}): Schalten Sie sie wieder ein.`,
  'feeds-not-updated': (why) =>
    `Die Feeds konnten nicht aktualisiert werden (${isolated(why)}). Die gespeicherten Profile bleiben in Gebrauch.`,
  'feed-private':
    'Ein privates Fenster speichert nichts. Öffnen Sie die Einstellungen in einem anderen Fenster, um einen Feed hinzuzufügen.',
  'feed-no-storage':
    'Der Browser verweigert den Speicher, daher können keine Feeds gespeichert werden. Die mit Muster gelieferten Profile sind in Gebrauch.',
  'feed-fingerprint': 'Ein Fingerabdruck hat 40 Zeichen von 0 bis 9 und a bis f. Fragen Sie den Herausgeber danach.',
  'feed-known': 'Dieser Feed steht schon auf Ihrer Liste.',
  'feed-most': (most) => `Höchstens ${most} Feeds. Entfernen Sie zuerst einen.`,
  'feed-not-added': 'Der Feed konnte nicht hinzugefügt werden.',
  'feed-address': 'Die Adresse eines Feeds beginnt mit https:// und ist die eines Ordners, zum Beispiel https://news.example/muster/.',
  'feed-unknown': 'Dieser Feed steht nicht mehr auf Ihrer Liste.',
  'feed-stays': 'Der mit Muster gelieferte Feed bleibt. Er lässt sich ausschalten.',
};
