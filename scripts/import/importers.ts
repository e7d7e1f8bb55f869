import { countryCode } from './country-code.ts';
import { facts, type Imported, type Importer, qid, webAddress } from './imported.ts';

/**
 * One importer a source: which columns it has, and what a row says in the words of a record. A newer file of the same source is read by the same
 * importer; its key and date in `data/sources.yaml` are then brought up to date here too.
 */

function company(names: readonly (string | undefined)[], country: string | undefined, more: Partial<Imported>): Imported | undefined {
  const known = names.filter((name): name is string => name !== undefined && name !== '');
  const code = country === undefined ? undefined : countryCode(country);
  if (known.length === 0) return undefined;
  return { kind: 'company', names: known, facts: [], offices: [], ...(code === undefined ? {} : { country: code }), ...more };
}

function official(name: string | undefined, more: Partial<Imported>): Imported | undefined {
  return name === undefined || name === '' ? undefined : { kind: 'official', names: [name], facts: [], offices: [], ...more };
}

/** A whole or partial date, or nothing: some cells hold words. */
function date<K extends 'since' | 'until'>(key: K, cell: string | undefined): { [P in K]?: string } {
  return (cell !== undefined && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(cell) ? { [key]: cell } : {}) as { [P in K]?: string };
}

const LISTED: Readonly<Record<string, string>> = {
  'New York Stock Exchange Inc.': 'NYSE',
  'London Stock Exchange': 'London',
  'Nyse Euronext - Euronext Paris': 'Euronext Paris',
  'Oslo Bors Asa': 'Oslo Børs',
  'Asx - All Markets': 'ASX',
  'Korea Exchange (Stock Market)': 'Korea Exchange',
  'Korea Exchange (Kosdaq)': 'KOSDAQ',
  'Tel Aviv Stock Exchange': 'Tel Aviv',
  'Nasdaq Omx Nordic': 'Nasdaq Stockholm',
  'Toronto Stock Exchange': 'Toronto',
  'Singapore Exchange': 'Singapore',
  'Tokyo Stock Exchange': 'Tokyo',
};

export const IMPORTERS: readonly Importer[] = [
  {
    name: 'bohun',
    source: 'bohun-2026-10-08',
    asOf: '2026-10-08',
    what: 'industry list of "The Field": companies of six countries with QID, seat and site',
    columns: ['qid', 'name', 'country', 'hq', 'website'],
    row: (row) =>
      company([row.name], row.country, { ...qid(row.qid), facts: facts({ headquarters: row.hq, website: webAddress(row.website ?? '') }) }),
  },
  {
    name: 'wikidata-blocks',
    source: 'wikidata-2026-03-28',
    asOf: '2026-03-28',
    what: 'Wikidata statements on defence companies: seat, site, ISIN, founding, aliases',
    columns: ['qid', 'label', 'country', 'hq', 'website', 'isin', 'inception', 'aliases'],
    row: (row) =>
      company([row.label, ...(row.aliases ?? '').split(/[;|]/).map((alias) => alias.trim())], row.country, {
        ...qid(row.qid),
        // The first of January is how Wikidata writes a year.
        facts: facts({
          headquarters: row.hq,
          website: webAddress(row.website ?? ''),
          founded: row.inception?.replace(/(?:-01)?-01$/, ''),
          isin: row.isin,
        }),
      }),
  },
  {
    name: 'wikidata-qids',
    source: 'wikidata-2026-04-13',
    asOf: '2026-04-13',
    what: 'Wikidata items of organisations; many have nothing to do with defence, and those matched by label are to be checked',
    columns: ['qid', 'name', 'sector', 'country', 'website', 'match_quality'],
    row: (row) =>
      row.sector !== 'Defence'
        ? undefined
        : company([row.name], row.country, { ...qid(row.qid), facts: facts({ website: webAddress(row.website ?? '') }) }),
  },
  {
    name: 'wikidata-other',
    source: 'wikidata-2026-04',
    asOf: '2026-04',
    what: 'QIDs of further defence companies',
    columns: ['qid', 'name', 'country'],
    row: (row) => company([row.name], row.country, qid(row.qid)),
  },
  {
    name: 'lei',
    source: 'gleif-2026-09-16',
    asOf: '2026-09-16',
    what: 'Legal Entity Identifiers of the largest, checked against GLEIF',
    columns: ['name', 'lei'],
    row: (row) => company([row.name], undefined, { facts: facts({ lei: row.lei }) }),
  },
  {
    name: 'tickers',
    source: 'etf-holdings-2026-04-22',
    asOf: '2026-04-22',
    what: 'holdings of an aerospace and defence fund: ticker and exchange',
    columns: ['ticker', 'name', 'country', 'exchange'],
    row: (row) =>
      company([row.name], row.country, {
        facts: facts({ listing: `${LISTED[row.exchange ?? ''] ?? row.exchange}: ${(row.ticker ?? '').replace(/\.$/, '')}` }),
      }),
  },
  {
    name: 'edf',
    source: 'edf-participants',
    asOf: '2026-11',
    what: 'private companies in projects of the European Defence Fund: name in capitals, city, site',
    columns: ['name', 'country', 'city', 'website'],
    row: (row) => company([row.name], row.country, { facts: facts({ website: webAddress(row.website ?? '') }) }),
  },
  {
    name: 'sipri',
    source: 'sipri-top100-2024',
    asOf: '2025-12-01',
    what: 'SIPRI Top 100: names and countries only; its figures and ranks are not ours to ship',
    columns: ['year', 'company', 'country'],
    row: (row) => company([row.company], row.country, {}),
  },
  {
    name: 'seed',
    source: 'seed-entities',
    asOf: '2026-11',
    what: 'the twelve companies of the second International Defense Industries Forum, and the President of Ukraine',
    columns: ['seed_name', 'canonical_name', 'type', 'qid', 'country'],
    row: (row) =>
      row.type === 'company'
        ? company([row.seed_name, row.canonical_name], row.country, qid(row.qid))
        : official(row.canonical_name, qid(row.qid)),
  },
  {
    name: 'officials',
    source: 'press-officials-2026-09',
    asOf: '2026-09',
    what: 'officials with office, since and until, from the press and Wikidata',
    columns: ['country', 'name', 'qid', 'office', 'since', 'until'],
    row: (row) =>
      official(row.name, {
        ...qid(row.qid),
        ...country(row.country),
        offices: [{ office: row.office ?? '', ...date('since', row.since), ...date('until', row.until) }],
      }),
  },
  {
    name: 'world-leaders',
    source: 'world-leaders-2026-08',
    asOf: '2026-08-22',
    what: 'heads of state and government with the day on which they took office',
    columns: ['office', 'country', 'iso', 'name', 'since'],
    row: (row) =>
      official(row.name, { ...country(row.iso), offices: [{ office: `${row.office} of ${row.country}`, ...date('since', row.since) }] }),
  },
  {
    name: 'international',
    source: 'wikidata-international-2023-01',
    asOf: '2023-01',
    what: 'heads of international organisations, as of January 2023',
    columns: ['position', 'person', 'personID', 'start', 'end'],
    row: (row) =>
      official(row.person, {
        ...qid(row.personID),
        offices: [{ office: row.position ?? '', ...date('since', row.start), ...date('until', row.end) }],
      }),
  },
  {
    name: 'congress',
    source: 'congress-legislators-2026-08',
    asOf: '2026-08',
    what: 'members of the committees of defence, foreign affairs and intelligence of the United States Congress',
    columns: ['committee', 'name', 'chamber', 'wikidata'],
    row: (row) => official(row.name, { ...qid(row.wikidata), country: 'US' }),
  },
  {
    name: 'executives',
    source: 'executives-2026',
    asOf: '2026',
    what: 'executives of defence companies, from lists and press pages; low trust',
    columns: ['company', 'person', 'role'],
    row: (row) => official(row.person, { offices: [{ office: `${row.role} of ${row.company}` }] }),
  },
];

function country(cell: string | undefined): { country?: string } {
  const code = cell === undefined ? undefined : countryCode(cell);
  return code === undefined ? {} : { country: code };
}
