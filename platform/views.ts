import { browser } from 'wxt/browser';
import type { Mention } from '../core/mention.ts';
import type { EntityId } from '../core/profile.ts';
import { hostOf, plainUrl } from './addresses.ts';
import { listsOf } from './annotations.ts';
import { pairsToKeep } from './articles.ts';
import type { Database, FeedRow } from './db.ts';
import { heldFeedRows, staleOf, tagOf } from './feed-rows.ts';
import { type Knowledge, knowledge } from './knowledge.ts';
import { lineAsOf, lineOf, todayOf } from './lines.ts';
import { closest, namedWith, seenOf } from './log-views.ts';
import type { CardView, EntityOnPage, FeedTag, ListTag, PageView, PairView, ProfileView, Sender, SiteState, Stale } from './messages.ts';
import { publishedOf } from './overlays.ts';
import { OWN } from './own.ts';
import { CORE } from './packs.ts';
import { stateOfTab, stateWithoutReader } from './permission.ts';
import { isInjecting } from './registration.ts';
import type { Found } from './shelves.ts';
import { speech } from './speech.ts';
import { database } from './storage.ts';
import { mentionsOf, recallTab, sweepFrames, type Tab, TOP } from './tabs.ts';

/** What popup, side panel and card show. */

const today = () => todayOf(new Date());

export async function pageView(tabId: number): Promise<PageView> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  let site = await stateOfTab(tabId, tab?.url);
  const [known] = await Promise.all([knowledge(), speech()]);
  // A side panel does not see the address of a tab that it was not clicked on; what was read there tells it.
  const mayBeRead = site.state === 'reading' || (tab !== undefined && tab.url === undefined);
  const held = mayBeRead && known !== undefined ? await recallTab(tabId, TOP, tab?.url) : undefined;
  if (held === undefined && known !== undefined && site.state === 'reading' && !isInjecting(tabId))
    site = await stateWithoutReader(tabId, tab?.url);
  const document = held?.frames.get(TOP);
  if (tab?.url === undefined && document !== undefined) site = { state: 'reading' };
  const url = plainUrl(tab?.url) ?? plainUrl(document?.url) ?? tab?.url ?? '';
  const base = { tabId, url, host: hostOf(url) ?? '', title: tab?.title ?? document?.title ?? '', site };
  const isStale = document !== undefined && tab?.url !== undefined && hostOf(tab.url) !== hostOf(document.url);
  if (held === undefined || known === undefined || isStale)
    return { ...base, site: unlessPdf(site, url), entities: [], pairs: [], kept: keptWithout(site, tab?.incognito ?? false), labels: {} };
  const pairs = (held.article === undefined ? [] : pairsToKeep(held.article.counted))
    .map((pair) => ({ ...pair, articles: 1 }))
    .sort(closest);
  await sweepFrames(held);
  const entities = await entitiesOf(held, known, pairs);
  const labels = labelsFor(known, [
    ...pairs.flatMap(({ a, b }) => [a, b]),
    ...entities.flatMap((entity) => entity.surfaces.flatMap(({ why }) => idsInWhy(why))),
  ]);
  const partial = held.article?.info.partial === true ? ({ partial: true } as const) : {};
  return {
    ...base,
    site: entities.length === 0 ? unlessPdf(site, url) : site,
    entities,
    pairs,
    kept: held.incognito ? 'private-window' : held.kept,
    ...partial,
    labels,
  };
}

/** A browser shows a PDF in a page of its own, in which there is nothing to be read. */
function unlessPdf(site: SiteState, url: string): SiteState {
  return site.state === 'reading' && /^[^?#]*\.pdf(?:$|[?#])/i.test(url) ? { state: 'unsupported', why: 'pdf' } : site;
}

function keptWithout(site: SiteState, incognito: boolean): PageView['kept'] {
  if (incognito) return 'private-window';
  return site.state === 'reading' ? 'waiting' : 'no-article';
}

async function entitiesOf(tab: Tab, known: Knowledge, pairs: PageView['pairs']): Promise<readonly EntityOnPage[]> {
  const byEntity = new Map<EntityId, Mention[]>();
  for (const { mention } of mentionsOf(tab)) byEntity.set(mention.entity, [...(byEntity.get(mention.entity) ?? []), mention]);
  const day = tab.frames.get(TOP)?.published;
  const db = await database();
  const [feeds, lists] = await Promise.all([heldFeedRows(db), tagsOf(db, [...byEntity.keys()])]);
  const listed = (id: EntityId) => (lists.has(id) ? { lists: lists.get(id) as readonly ListTag[] } : {});
  const drawn = [...byEntity].map(async ([id, mentions]) => ({
    ...(await entityOnPage(mentions, known, pairs, feeds, day)),
    ...listed(id),
  }));
  return Promise.all(drawn);
}

/** Lists that cannot be read leave the page as it is without them. */
async function tagsOf(db: Database | undefined, ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, readonly ListTag[]>> {
  return db === undefined ? new Map() : listsOf(db, ids).catch(() => new Map());
}

async function entityOnPage(
  mentions: readonly Mention[],
  known: Knowledge,
  pairs: PageView['pairs'],
  feeds: readonly FeedRow[],
  day: string | undefined,
): Promise<EntityOnPage> {
  const first = mentions[0] as Mention;
  const found = await known.find(first.entity);
  const sure = mentions.filter((mention) => mention.certainty === 'sure');
  const strongest = pairs.find(({ a, b, sentences }) => sentences > 0 && (a === first.entity || b === first.entity));
  const other = strongest?.a === first.entity ? strongest.b : strongest?.a;
  return {
    id: first.entity,
    name: first.name,
    kind: first.kind,
    ...lineAndOrigin(found, feeds, day),
    times: (sure.length > 0 ? sure : mentions).length,
    certainty: sure.length > 0 ? 'sure' : 'uncertain',
    surfaces: surfacesOf(mentions),
    also: namedAll(known, [...new Set(mentions.flatMap((mention) => mention.also))]),
    ...(strongest === undefined || other === undefined ? {} : { with: { name: nameOf(known, other), sentences: strongest.sentences } }),
  };
}

/** Spellings with counts, the most frequent first; a spelling that is sure here and uncertain there stands twice. */
function surfacesOf(mentions: readonly Mention[]): EntityOnPage['surfaces'] {
  const found = new Map<string, { text: string; times: number; certainty: Mention['certainty']; why: Mention['why'] }>();
  for (const { surface, certainty, why } of mentions) {
    const text = surface.replace(/\s+/gu, ' ');
    const key = `${certainty} ${text}`;
    const entry = found.get(key) ?? { text, times: 0, certainty, why };
    entry.times++;
    found.set(key, entry);
  }
  return [...found.values()].sort((x, y) => y.times - x.times);
}

function nameOf(known: Knowledge, id: EntityId): string {
  return known.names.get(id)?.name ?? id;
}

function namedAll(known: Knowledge, ids: readonly EntityId[]): readonly { readonly id: EntityId; readonly name: string }[] {
  return ids.map((id) => ({ id, name: nameOf(known, id) }));
}

export function labelsFor(known: Knowledge, ids: Iterable<EntityId>): Readonly<Record<EntityId, string>> {
  return Object.fromEntries([...new Set(ids)].map((id) => [id, nameOf(known, id)]));
}

function idsInWhy(why: Mention['why']): readonly EntityId[] {
  return why.evidence.flatMap((evidence) => (evidence.type === 'related' ? [evidence.entity] : []));
}

interface LineAndOrigin {
  readonly line: string;
  readonly lineAsOf: string;
  readonly feed?: FeedTag;
  readonly stale?: Stale;
}

/** What is said of an entity in one line, as of when, on whose word, and whether that word is still good. */
function lineAndOrigin(found: Found | undefined, feeds: readonly FeedRow[], day?: string): LineAndOrigin {
  if (found === undefined) return { line: '', lineAsOf: '' };
  const { profile } = found.record;
  const row = feeds.find(({ id }) => id === found.channel);
  const [feed, stale] = [tagOf(row), staleOf(row, Date.now())];
  return {
    line: lineOf(profile, today(), day),
    lineAsOf: lineAsOf(profile, found.sources, today(), day),
    ...(feed === undefined ? {} : { feed }),
    ...(stale === undefined ? {} : { stale }),
  };
}

const MOST_PAIRS_ON_CARD = 3;

/** The card of the mark at an offset of a block of the asking document; it tells nothing of other pages but names and counts. */
export async function cardView(
  at: { readonly doc: string; readonly block: number; readonly offset: number },
  sender: Sender,
): Promise<CardView | undefined> {
  const { tabId, frameId } = sender;
  if (tabId === undefined || frameId === undefined) return undefined;
  const tab = await recallTab(tabId, frameId);
  const document = tab?.frames.get(frameId);
  const known = await knowledge();
  if (document === undefined || document.doc !== at.doc || known === undefined) return undefined;
  const mention = document.mentions.find(({ block, start, end }) => block === at.block && start <= at.offset && at.offset < end);
  const found = mention === undefined ? undefined : await known.find(mention.entity);
  if (mention === undefined || found === undefined) return undefined;
  const { profile } = found.record;
  const { entity: id, name, kind, certainty, surface, why, also } = mention;
  return {
    spoken: await speech(),
    id,
    name,
    kind,
    ...lineAndOrigin(found, await heldFeedRows(await database()), document.published),
    ...(profile.country === undefined ? {} : { country: profile.country }),
    asOf: profile.asOf,
    certainty,
    surface,
    why,
    labels: labelsFor(known, [...idsInWhy(why), ...also]),
    also: namedAll(known, also),
    pairs: sender.incognito ? [] : await pairsIfAny(known, id, MOST_PAIRS_ON_CARD),
  };
}

/** The log may be out of reach; a card or profile without it is better than none. The reader was told when it failed. */
async function pairsIfAny(known: Knowledge, id: EntityId, limit: number): Promise<readonly PairView[]> {
  const db = await database();
  return db === undefined ? [] : namedWith(db, known, id, limit).catch(() => []);
}

/** What the reader wrote, and what stands in the pack where they corrected it. */
async function mineOf(db: Database | undefined, { record, published }: Found): Promise<Pick<ProfileView, 'mine' | 'published'>> {
  const mine = await db?.annotations.get(record.profile.id).catch(() => undefined);
  if (mine === undefined) return {};
  const { overlay = {} } = mine;
  return { mine, ...(published === undefined ? {} : { published: publishedOf(published, overlay, lineOf(published.profile, today())) }) };
}

const MOST_PAIRS_ON_PROFILE = 20;

export async function profileView(id: EntityId): Promise<ProfileView | undefined> {
  const [known, db] = await Promise.all([knowledge(), database(), speech()]);
  if (known === undefined) return undefined;
  // All at once: one after the other they would take thrice as long.
  const [found, feeds, seen, namedWith] = await Promise.all([
    known.find(id),
    heldFeedRows(db),
    db === undefined ? { articles: 0 } : seenOf(db, id).catch(() => ({ articles: 0 })),
    pairsIfAny(known, id, MOST_PAIRS_ON_PROFILE),
  ]);
  if (found === undefined) return undefined;
  const { profile } = found.record;
  const { line, feed, stale } = lineAndOrigin(found, feeds);
  const alsoIn = (await found.alsoIn()).map((channel) => tagOf(feeds.find((row) => row.id === channel)));
  const cited = new Set([
    ...profile.sources,
    ...profile.offices.map((o) => o.source),
    ...profile.relations.map((r) => r.source),
    ...profile.facts.map((f) => f.source),
  ]);
  const mentioned = [
    ...profile.offices.flatMap((office) => office.organisation ?? []),
    ...profile.relations.map((relation) => relation.to),
  ];
  return {
    profile,
    line,
    ...(await mineOf(db, found)),
    sources: Object.fromEntries(Object.entries(found.sources).filter(([key]) => cited.has(key))),
    labels: labelsFor(known, mentioned),
    origin: found.channel === OWN ? 'own' : found.channel === CORE ? 'packaged' : 'feed',
    ...(feed === undefined ? {} : { feed }),
    ...(stale === undefined ? {} : { stale }),
    alsoIn: alsoIn.filter((tag) => tag !== undefined),
    seen,
    namedWith,
  };
}
