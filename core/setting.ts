/**
 * What the place of a page says about what it is about: the site (one that writes of nothing but defence) and the section, which stands in the
 * path of the address. It speaks for or against weak names of firms, and decides nothing alone: sports pages write of stadiums that bear a
 * defence company's name, and defence sites of a general's hobby.
 */
export interface Setting {
  readonly about: 'defence' | 'elsewhere';
  /** The site or the section that says so, as it is told to the reader. */
  readonly where: string;
}

const DEFENCE =
  /^(?:defen[cs]e(?:-(?:news|security|industry|tech))?|military|armed-forces|army|navy|security-defen[cs]e|aerospace-defen[cs]e|arms|weapons|verteidigung|ruestung|r%C3%BCstung|bundeswehr|defensa|difesa|defesa|d%C3%A9fense|armee|arm%C3%A9e|obronnosc|wojsko|obrana|armada|vojenstvi|obrona|oborona|zbroya|viyna|war|vojna|armiya|vpk|savunma|puolustus|forsvar|f%C3%B6rsvar|forsvaret)$/i;

const ELSEWHERE =
  /^(?:sports?|sporten?|football|soccer|fussball|fu%C3%9Fball|futbol|f%C3%BAtbol|calcio|tennis|fashion|style|lifestyle|beauty|mode|moda|celebrity|celebrities|people|showbiz|entertainment|film|films|movies|music|musik|tv|culture|kultur|kultura|food|recipes?|rezepte|cooking|travel|reise|viajes|gaming|games|spiele|auto|autos|cars|motoring|motors|garden|horoscopes?|royals?|puzzles)$/i;

/** What an address says; undefined if nothing. `defenceHosts`: sites of which all is about defence. */
export function settingOf(url: string, defenceHosts: ReadonlySet<string> = new Set()): Setting | undefined {
  const [, host = '', path = ''] = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)(?::\d+)?([^?#]*)/i.exec(url) ?? [];
  // The last segment is the article itself: "/world/boeing-football-stadium" is no section.
  const sections = path.split('/').slice(1, -1);
  const off = sections.find((section) => ELSEWHERE.test(section));
  if (off !== undefined) return { about: 'elsewhere', where: `/${off}/` };
  const plain = host.toLowerCase().replace(/^www\./, '');
  if (defenceHosts.has(plain)) return { about: 'defence', where: plain };
  const field = sections.find((section) => DEFENCE.test(section));
  return field === undefined ? undefined : { about: 'defence', where: `/${field}/` };
}
