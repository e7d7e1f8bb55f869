import { type Parts, plurals } from '../format.ts';

const p = plurals('en');

/** The page after the installation. */
export const welcome = {
  title: 'Welcome to Muster',
  lede: 'Marks the companies and officials of the defence industry on news pages, and says with whom each has been named before.',
  allOptions: 'All options',
  sampleTitle: 'What the marks look like',
  /** Made up, with made-up names in the language: the marks are shown on them. */
  sample: {
    event: 'Forum of Examples',
    company: 'Example Systems',
    other: 'Sample & Sons',
    official: 'Jane Placeholder',
    organisation: 'Alliance of Instances',
    programme: 'Specimen',
    uncertain: 'Sample',
    text: <P>(
      of: Readonly<Record<'event' | 'company' | 'other' | 'official' | 'organisation' | 'programme' | 'uncertain', P>>,
    ): Parts<P> => [
      'At the ',
      of.event,
      ', ',
      of.company,
      ' and ',
      of.other,
      ' met ',
      of.official,
      ', who speaks for the ',
      of.organisation,
      ', about the ',
      of.programme,
      ' aircraft. A certain ',
      of.uncertain,
      ' was there as well.',
    ],
  },
  lines: {
    company: 'a solid line',
    official: 'a double line',
    organisation: 'a dotted line',
    event: 'a line below and above',
    programme: 'dots below and above',
    uncertain: 'a pale, dashed line',
  },
  uncertain: 'Uncertain',
  restOnMark: 'Rest the pointer on a mark, and a card says who it is and why it is marked.',
  reads: 'What is read',
  /** `n` undefined: not known yet. */
  readsText: <P>(n: number | undefined, link: P): Parts<P> => [
    `The text of pages on ${n === undefined ? 'a list of news sites' : p(n, { one: '# news site', other: '# news sites' })}, to find names in it. `,
    link,
    '. Any other site only if you say so in the popup, once or always.',
  ],
  seeList: 'See the list',
  neverReads: 'What you type, webmail, banks, health and other private sites are never read, whatever you allow.',
  keeps: 'What is kept, and where',
  keepsText:
    'Of each article: its address, title, publisher and date, who was named in it, and the sentences that name them. That is how Muster can say with whom somebody has been named before. Private windows are never kept.',
  keepsWhere:
    'All of it stays in this browser, on this machine (in IndexedDB), for as long as you say. You can erase a page, a site, a span of time or everything.',
  nothingLeaves: 'Nothing leaves this machine.',
  nothingLeavesText:
    'Muster sends no page, no address, no name and no statistics to anybody. There is no account. All that it asks for are the feeds in your list of profiles, whole, and the same whatever you read; at first there is none.',
  pagesMaySee:
    'A page that looks for it can find out that words on it are marked, as with any extension that marks text; it cannot see what Muster knows or keeps.',
  switches: 'Your switches',
  keepLogNote: 'Off: names are marked, and nothing is kept.',
  everyPageNote: 'Not only the list of news sites. The browser will ask you.',
  ways: 'Ways in',
  waysButton: 'The button in the toolbar (Alt+Shift+M): who is on this page, what is known of each, and with whom each was named.',
  waysSearch: 'Alt+Shift+L: search the profiles, in any script.',
  waysCard: 'Alt+Shift+C: the card of the next name on the page, without the pointer.',
  waysMenu: 'Select a name on a page and open the menu: look it up, or add it to your list.',
  waysNote: 'The browser may have given these keys to something else; its own page for extension shortcuts tells.',
};

export type WelcomeWords = typeof welcome;
