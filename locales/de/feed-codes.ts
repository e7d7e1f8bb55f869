import type { FeedCodes } from '../en/feed-codes.ts';

export const feedCodes: FeedCodes = {
  unreachable: 'Der Server des Feeds ist nicht erreichbar oder lässt seine Dateien nicht von außen lesen.',
  'not-found': 'Unter dieser Adresse liegt kein Feed. Prüfen Sie die Adresse.',
  gone: 'Der Server meldet, dass es den Feed nicht mehr gibt.',
  busy: 'Der Server des Feeds ist überlastet. Muster versucht es später wieder.',
  refused: 'Der Server des Feeds gibt die Datei nicht heraus.',
  'server-error': 'Der Server des Feeds antwortete mit einem Fehler. Muster versucht es später wieder.',
  redirected: 'Der Server hat die Anfrage an einen anderen weitergeleitet; von dort wird nichts genommen.',
  empty: 'Der Server hat eine leere Datei gesendet.',
  'not-a-feed': 'Statt des Feeds kam etwas anderes. Steht vielleicht eine Anmeldeseite dazwischen?',
  'too-big': 'Der Feed ist größer als angekündigt oder als erlaubt.',
  'too-slow': 'Der Server des Feeds antwortet zu langsam. Muster versucht es später wieder.',
  'cut-short': 'Die Verbindung brach ab, die Datei ist unvollständig. Muster versucht es später wieder.',
  'bad-gzip': 'Die Datei ist beschädigt und lässt sich nicht entpacken.',
  'bad-hash': 'Es kam eine andere Datei als die signierte. Die bisherige Version bleibt in Gebrauch.',
  'not-yet': 'Die neue Version ist angekündigt, liegt aber noch nicht bereit. Muster versucht es später wieder.',
  'bad-root': 'Den Schlüsseln des Feeds ist nicht zu trauen. Die bisherige Version bleibt in Gebrauch.',
  'wrong-fingerprint':
    'Unter dieser Adresse liegen keine Schlüssel mit diesem Fingerabdruck. Vergleichen Sie ihn mit der Angabe des Herausgebers.',
  'root-expired': 'Die Schlüssel des Feeds sind abgelaufen. Sagen Sie dem Herausgeber Bescheid.',
  'bad-signature': 'Der Signatur des Feeds ist nicht zu trauen. Die bisherige Version bleibt in Gebrauch.',
  'bad-manifest': 'Die Beschreibung des Feeds ist nicht zu verstehen. Sagen Sie dem Herausgeber Bescheid.',
  'wrong-feed': 'Dies ist ein anderer Feed als der erwartete.',
  behind: 'Der Server bietet eine ältere Version an, als schon gesehen wurde. Die neuere bleibt in Gebrauch.',
  equivocation:
    'Unter derselben Versionsnummer kommen verschiedene Daten. Dem Feed ist zurzeit nicht zu trauen; sagen Sie dem Herausgeber Bescheid.',
  revoked: 'Der Herausgeber hat diese Version zurückgezogen.',
  'needs-update': 'Diese Version braucht ein neueres Muster. Aktualisieren Sie die Erweiterung.',
  'bad-records': 'Die neue Version enthält fehlerhafte Einträge und wurde nicht übernommen. Die bisherige bleibt in Gebrauch.',
  'no-space': 'Für die neue Version fehlt der Platz; die bisherige bleibt in Gebrauch. Schaffen Sie Platz.',
  storage: 'Die neue Version konnte nicht gespeichert werden. Was schon gespeichert war, bleibt in Gebrauch.',
  'not-allowed':
    'Der Browser würde dem Server mitteilen, welche Installation anfragt, solange Muster nicht auf ihn zugreifen darf. Drücken Sie „Jetzt prüfen“ und erlauben Sie es; keine Seite dort wird deshalb gelesen.',
};
