/**
 * Which way the arrows point (docs/ARCHITECTURE.md):
 *
 *   entrypoints ──► components ──► locales, core          scripts ──► core, data
 *        └────────► platform ────► locales, core          tests   ──► anything
 *
 * Type-only imports vanish in the build; where a rule is about run time they are allowed by `dependencyTypesNot`.
 */

// With TypeScript 7, which has no JavaScript API, dependency-cruiser reads no .ts file and finds nothing to complain about.
const { version } = require('typescript');
if (Number(version.split('.')[0]) >= 7)
  throw new Error(`dependency-cruiser cannot read TypeScript files with typescript ${version}; it needs 6`);

const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'core/ imports only itself: no browser, no Node, no package. The world comes in as arguments.',
      severity: 'error',
      from: { path: '^core/' },
      to: { pathNot: '^core/' },
    },
    {
      name: 'locales-are-words',
      comment: 'locales/ holds words and how a language counts and dates: of core/ it knows types, of everything else nothing.',
      severity: 'error',
      from: { path: '^locales/' },
      to: { pathNot: '^locales/|^core/' },
    },
    {
      name: 'locales-know-types-of-core',
      comment: 'What core/ computes is handed to the words by whoever says them.',
      severity: 'error',
      from: { path: '^locales/' },
      to: { path: '^core/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-draw-only',
      comment:
        'components/ get props and call back; they know core/, locales/ and Preact, and of platform/ the types of the messages only.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(platform|entrypoints|scripts|data|tests)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-knows-core-only',
      comment: 'platform/ is below the entrypoints and beside the components.',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(components|entrypoints|scripts|data|tests)/' },
    },
    {
      name: 'entrypoints-are-programs',
      comment: 'One folder, one program: what two of them need belongs in components/ or platform/.',
      severity: 'error',
      from: { path: '^entrypoints/([^/]+)' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1(/|\\.|$)' },
    },
    {
      name: 'entrypoints-are-the-product',
      comment: 'What ships does not import what builds or tests it.',
      severity: 'error',
      from: { path: '^entrypoints/' },
      to: { path: '^(scripts|data|tests)/' },
    },
    {
      name: 'content-never-reaches-dexie',
      comment: "In a content script Dexie would open the page's own IndexedDB, add 95 kB, and switch off the page's back/forward cache.",
      severity: 'error',
      from: { path: '^entrypoints/page[/.]' },
      to: { path: 'node_modules/dexie/', reachable: true },
    },
    {
      name: 'content-carries-no-reach',
      comment:
        'What answers hand and keys comes into a frame when the reader first needs it (card.js); the content script knows its types only.',
      severity: 'error',
      from: { path: '^(entrypoints/page[/.]|platform/page-(reader|session)\\.ts$)' },
      to: { path: '^platform/page-(reach|hover|hit|jump)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'dexie-in-platform-only',
      comment: 'The database has one home; everybody else asks it by message.',
      severity: 'error',
      from: { path: '^(core|locales|components|entrypoints|scripts)/' },
      to: { path: 'node_modules/dexie/' },
    },
    {
      name: 'browser-in-platform-and-entrypoints',
      comment:
        'The webextension API is touched where the program is wired or in platform/, so that the rest runs in Node; nobody bypasses wxt/browser.',
      severity: 'error',
      from: { path: '^(core|locales|components|scripts)/' },
      to: { path: 'node_modules/(wxt|webextension-polyfill|@wxt-dev)/', pathNot: 'node_modules/wxt/dist/index' },
    },
    {
      name: 'scripts-stand-alone',
      comment:
        'Programs for Node stand on core/ and data/; of the product they may know types only. One lets the client itself loose on a feed.',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/feed/as-client\\.ts$' },
      to: { path: '^(entrypoints|components|platform|tests)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'client-runs-in-node',
      comment:
        "The client of feeds is run by the publisher's `verify --as-client` too: nothing that it reaches may need the extension's API.",
      severity: 'error',
      from: { path: '^platform/(feed-(ask|file|lines|net|stage|trust|update)|packs|db)\\.ts$' },
      to: { path: 'node_modules/(wxt|webextension-polyfill|@wxt-dev)/', reachable: true },
    },
    {
      name: 'no-circles',
      comment: 'Two files that import each other are one file.',
      severity: 'error',
      from: { pathNot: '^node_modules/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that imports nothing is dead.',
      severity: 'error',
      from: { orphan: true, path: '^(core|locales|platform|components)/.*\\.tsx?$' },
      to: {},
    },
    {
      name: 'only-what-package-json-names',
      comment: 'A package that happens to lie in node_modules may be gone tomorrow.',
      severity: 'error',
      from: { path: '^(core|locales|platform|components|entrypoints|scripts)/' },
      to: { dependencyTypes: npm.filter((type) => type === 'npm-no-pkg' || type === 'npm-unknown') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.output|\\.wxt|public|tests/fixtures)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    cache: false,
  },
};
