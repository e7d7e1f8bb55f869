import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_PERMISSIONS, MUST_NOT_BE, OPTIONAL_HOSTS, OPTIONAL_PERMISSIONS, PERMISSIONS, POLICY } from './permissions.ts';
import { feedHosts } from './read-sites.ts';

export interface Finding {
  readonly ok: boolean;
  readonly says: string;
}

/** The content script is paid for on every news page, so it has a limit; in bytes, as built. */
const CONTENT_LIMIT = 30_000;

/** Strings that survive minifying and tell that a library is in a bundle, and the folder or file where it is known to be. */
const MARKS = [
  { library: 'Dexie', mark: 'DexieError' },
  { library: 'Preact', mark: 'dangerouslySetInnerHTML' },
  { library: 'Readability', mark: 'unlikelyCandidates' },
  { library: 'MiniSearch', mark: 'MiniSearch: ' },
] as const;

/** What a page could hear, and know by it that we are there. */
const CALLS_OUT = /\bdispatchEvent\(|\bpostMessage\(|CustomEvent/;
/** Looked up at each call, these cost Firefox as much as reading an element: platform/page-dom.ts takes each once. */
const LOOKED_UP = /\bNode\.[A-Z_]+\b|\b(?:Node|Element)\.prototype\.\w+\.call\(|\bgetComputedStyle\(/;
const SENDS = /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource/;

/** Looks at the built bundles of both browsers under `output` (the folder `.output`). */
export function checkBundles(output: string): readonly Finding[] {
  return ['chrome-mv3', 'firefox-mv3'].flatMap((build) => checkBuild(join(output, build), build));
}

function readManifest(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    permissions?: readonly string[];
    optional_permissions?: readonly string[];
    host_permissions?: readonly string[];
    optional_host_permissions?: readonly string[];
    content_security_policy?: { readonly extension_pages?: string };
    content_scripts?: readonly { readonly matches?: readonly string[] }[];
  };
}

type Manifest = ReturnType<typeof readManifest>;

function checkBuild(folder: string, build: string): readonly Finding[] {
  const content = join(folder, 'page.js');
  if (!existsSync(content)) return [{ ok: false, says: `${build}: there is no page.js` }];
  const code = readFileSync(content, 'utf8');
  const bytes = Buffer.byteLength(code);
  const everything = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const manifest = readManifest(folder);
  const hosts = manifest.host_permissions ?? [];
  const inPages = ['page.js', 'card.js'].map((file) => readFileSync(join(folder, file), 'utf8'));
  return [
    { ok: bytes <= CONTENT_LIMIT, says: `${build}: content script ${bytes} bytes, at most ${CONTENT_LIMIT}` },
    ...MARKS.map(({ library, mark }) => ({ ok: !code.includes(mark), says: `${build}: no ${library} in the content script` })),
    // If the mark is nowhere at all, the line above would hold for no reason.
    ...MARKS.map(({ library, mark }) => ({
      ok: everything.some((bundle) => bundle.includes(mark)),
      says: `${build}: ${library} is in another bundle`,
    })),
    // A service worker has no parser of HTML to use it with, and is read anew each time that it wakes.
    {
      ok: build.startsWith('firefox') || !readFileSync(join(folder, 'background.js'), 'utf8').includes('unlikelyCandidates'),
      says: `${build}: no Readability in a service worker`,
    },
    // What runs in pages is not under our own content security policy, so it must not know how to send anything.
    { ok: !inPages.some((bundle) => SENDS.test(bundle)), says: `${build}: nothing that runs in pages can send a request` },
    { ok: !inPages.some((bundle) => CALLS_OUT.test(bundle)), says: `${build}: nothing that runs in pages calls out an event or a message` },
    { ok: !LOOKED_UP.test(code), says: `${build}: the content script has the browser's functions and constants in hand` },
    ...checkPermissions(manifest, build),
    {
      ok: hosts.length >= 300 && !hosts.some((host) => /all_urls|:\/\/\*\/|127\.0\.0\.1/.test(host)),
      says: `${build}: asks for ${hosts.length} news sites by name, and for nothing else`,
    },
  ];
}

/** The manifest asks for what the golden list says, no more and no less, and PRIVACY.md tells of each. */
function checkPermissions(manifest: Manifest, build: string): readonly Finding[] {
  const golden = { ...PERMISSIONS, ...(build.startsWith('chrome') ? CHROMIUM_PERMISSIONS : {}) };
  const privacy = readFileSync(new URL('../PRIVACY.md', import.meta.url), 'utf8');
  const same = (have: readonly string[] | undefined, want: readonly string[]) =>
    [...(have ?? [])].sort().join() === [...want].sort().join();
  const untold = Object.keys({ ...PERMISSIONS, ...CHROMIUM_PERMISSIONS, ...OPTIONAL_PERMISSIONS }).filter(
    (name) => !privacy.includes(`\`${name}\``),
  );
  const inPages = manifest.content_scripts?.flatMap(({ matches }) => matches ?? []);
  return [
    {
      ok: same(manifest.permissions, Object.keys(golden)),
      says: `${build}: permissions are those of the golden list (${manifest.permissions?.join(', ')})`,
    },
    {
      ok: same(manifest.optional_permissions, Object.keys(OPTIONAL_PERMISSIONS)),
      says: `${build}: optional permissions are those of the golden list`,
    },
    { ok: same(manifest.optional_host_permissions, OPTIONAL_HOSTS), says: `${build}: optional hosts are those of the golden list` },
    {
      ok: untold.length === 0,
      says: `${build}: PRIVACY.md says what each permission is for${untold.length === 0 ? '' : `, but not ${untold.join(', ')}`}`,
    },
    { ok: manifest.content_security_policy?.extension_pages === POLICY, says: `${build}: the content security policy is the golden one` },
    {
      ok: same([...(inPages ?? []), ...(build.startsWith('firefox') ? feedHosts() : [])], manifest.host_permissions ?? []),
      says: `${build}: content scripts run where the host permissions are, but for the feed's own host`,
    },
    ...MUST_NOT_BE.map((key) => ({ ok: !(key in manifest), says: `${build}: no ${key}` })),
  ];
}
