import type { NetworkData, NetworkNode, NetworkWords } from '../../components/explorer/network-view.ts';

/** A small network, and the words of the view in English. */

export const words: NetworkWords = {
  picture: (names, pairs, relations) => `${names} names, ${pairs} pairs, ${relations} relations`,
  kinds: { company: 'Company', official: 'Official', organisation: 'Organisation', event: 'Event', programme: 'Programme' },
  lines: 'Lines',
  linesShown: { both: 'Both', counted: 'Counted', asserted: 'Asserted' },
  colour: 'Colour',
  colouredBy: { kind: 'By kind', group: 'By group' },
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  reset: 'Reset',
  savePng: 'PNG',
  saveSvg: 'SVG',
  showTable: 'Tables',
  settling: 'Arranging',
  noPicture: 'No WebGL here.',
  forcedColours: 'Forced colours.',
  empty: 'Nothing to show.',
  legend: 'Legend',
  legendSize: 'Larger: more articles.',
  legendCounted: 'Counted line',
  legendAsserted: 'Asserted line',
  legendOver: 'Asserted line that is over',
  legendChosen: 'Ringed: chosen.',
  group: (name, others) => `${name} and ${others} more`,
  smallGroups: 'Smaller groups',
  names: 'Names',
  pairs: 'Pairs',
  relations: 'Relations',
  name: 'Name',
  kind: 'Kind',
  articles: 'Articles',
  sentences: 'Sentences',
  paragraphs: 'Paragraphs',
  from: 'From',
  relation: 'Relation',
  to: 'To',
  evidence: 'Evidence',
  evidenceOf: (a, b) => `Evidence: ${a}, ${b}`,
  more: (count) => `${count} more`,
  number: String,
  fileName: 'network',
  language: 'en',
};

export const node = (id: string, articles = 1, kind: NetworkNode['kind'] = 'company'): NetworkNode => ({
  id,
  name: `Name ${id}`,
  kind,
  articles,
});
export const pair = (a: string, b: string, weight = 1) => ({ a, b, articles: weight, sentences: 2 * weight, paragraphs: weight, weight });
export const relation = (from: string, to: string) => ({ from, to, type: 'owns', label: 'owns' });

/** Two groups of four, held together by one pair, and one node that is by itself. */
export const data: NetworkData = {
  nodes: [...'abcdefgh'].map((id, i) => node(id, 10 - i)).concat(node('z', 40, 'official')),
  pairs: ['abcd', 'efgh']
    .flatMap((group) => [...group].flatMap((a) => [...group].filter((b) => a < b).map((b) => pair(a, b, 4))))
    .concat(pair('d', 'e')),
  relations: [relation('a', 'e'), relation('z', 'a')],
};
