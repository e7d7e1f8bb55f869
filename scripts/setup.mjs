/**
 * Makes a fresh machine ready, then runs a script: `node scripts/setup.mjs SCRIPT [ARGUMENT…]`.
 *
 * Plain JavaScript without dependencies, because it must run on the Node that happens to be there, before `npm ci`.
 * It talks on stderr only: stdout belongs to the script that it runs.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const here = (...parts) => join(root, ...parts);
const say = (text) => process.stderr.write(`${text}\n`);

/** Oldest Node that WXT, Vitest and puppeteer-core run on. */
const OLDEST_NODE = [22, 12];

function fail(text) {
  say(text);
  // Whoever reads the outcome of the tests reads their last line: it must be there even if they could not begin.
  if (process.argv[2]?.endsWith('test.ts')) process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
}

function run(command, args, what) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) fail(`${what} did not work: ${done.error?.message ?? `exit status ${done.status ?? done.signal}`}`);
}

/* Dependencies */

/** Compares what npm says it installed with the lock file, so that a fresh clone, a pull and a plain `npm ci` are all told apart. */
function dependenciesMissing() {
  const installed = here('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(here('package-lock.json'), 'utf8')).packages;
  return Object.entries(want).some(
    ([path, { version, optional, peer }]) => path !== '' && !optional && !peer && have[path]?.version !== version,
  );
}

function installDependencies() {
  if (!dependenciesMissing()) return;
  say('Installing dependencies (npm ci, about half a minute) …');
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) run(process.execPath, [npm, 'ci', '--loglevel=error'], 'npm ci');
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--loglevel=error'], 'npm ci');
}

/* Node */

function versionOf(node) {
  const done = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return done.status === 0 ? done.stdout.trim().slice(1).split('.').map(Number) : [0, 0];
}

function newEnough([major = 0, minor = 0]) {
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** On Linux x64 a Node comes with the dependencies; elsewhere the one that runs this file must do. */
function findNode() {
  const own = here('node_modules', '.bin', 'node');
  if (existsSync(own) && newEnough(versionOf(own))) return own;
  if (newEnough(process.versions.node.split('.').map(Number))) return process.execPath;
  return fail(
    `Muster's tools need Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Get one at https://nodejs.org and try again.`,
  );
}

/* Browsers */

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
const places = {
  chromium: {
    linux: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge-stable',
      'microsoft-edge',
      'brave-browser',
    ],
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: programFiles.flatMap((folder) => [
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
  },
  firefox: {
    linux: ['firefox-esr', 'firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox', '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox'],
    win32: programFiles.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
  },
};
const variables = { chromium: 'MUSTER_CHROME', firefox: 'MUSTER_FIREFOX' };

function findBrowser(name) {
  const told = process.env[variables[name]];
  if (told) return existsSync(told) ? told : fail(`${variables[name]} says ${told}, but there is no such file.`);
  const folders =
    process.platform === 'linux' ? (process.env.PATH ?? '').split(':').concat('/usr/bin', '/usr/local/bin', '/snap/bin') : [''];
  const candidates = (places[name][process.platform] ?? places[name].linux).flatMap((file) => folders.map((folder) => join(folder, file)));
  return candidates.find((path) => existsSync(path));
}

function installBrowsers() {
  say('Installing Chromium and Firefox (apt-get, about 20 seconds) …');
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  run('apt-get', ['update', '-qq'], 'apt-get update');
  // Ubuntu has no firefox-esr and its chromium is a snap: what the archive does not have is left to the message below.
  const known = ['chromium', 'firefox-esr', 'fonts-noto-core'].filter((name) => spawnSync('apt-cache', ['show', name]).status === 0);
  run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...known], 'apt-get install');
}

/** Finds the browsers that the script needs and hands them on in the environment. `npm start` is content with one of them. */
function readyBrowsers(needed) {
  const missing = () => needed.filter((name) => findBrowser(name) === undefined);
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (missing().length > 0 && canInstall) installBrowsers();
  for (const name of Object.keys(variables)) {
    const found = findBrowser(name);
    if (found) process.env[variables[name]] = found;
  }
  if (missing().length === 0) return;
  fail(
    `Found no ${missing().join(' and no ')} on this machine. Install ${missing().includes('chromium') ? 'Chromium, Google Chrome or Microsoft Edge' : 'Firefox'}` +
      ` in its usual place (on Debian and Ubuntu: sudo apt-get install chromium firefox-esr), or say where it is in ${missing()
        .map((name) => variables[name])
        .join(' and ')}.`,
  );
}

/** `npm start` needs the browser that was asked for, or else any; the tests need both kinds; the recogniser in Node and the publisher need none. */
function neededBrowsers(script, args) {
  if (/(annotate|evaluate|feed\/run)\.ts$/.test(script)) return [];
  if (!script.endsWith('start.ts')) return ['chromium', 'firefox'];
  const asked =
    args.find((arg) => arg.startsWith('--browser='))?.slice('--browser='.length) ?? args[args.indexOf('--browser') + 1 || args.length];
  if (asked === 'firefox') return ['firefox'];
  return asked === undefined && !findBrowser('chromium') && findBrowser('firefox') ? ['firefox'] : ['chromium'];
}

/* What is made from data/ */

function files(folder, extension) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function buildPacks(node) {
  const made = ['core.jsonl', 'sites.json', 'feed.json', 'fixed-text.txt', 'common-words.txt'].map((name) => here('public', 'packs', name));
  const sources = [...files(here('data'), '.yaml'), ...files(here('core'), '.ts'), ...files(here('scripts'), '.ts')];
  const newest = Math.max(...sources.map((path) => statSync(path).mtimeMs));
  if (made.every((path) => existsSync(path) && statSync(path).mtimeMs >= newest)) return;
  say('Building the packs from data/ …');
  run(node, [here('scripts', 'build-packs.ts')], 'Building the packs');
}

/* All of it */

const [script, ...args] = process.argv.slice(2);
if (!script) fail('Say which script to run: node scripts/setup.mjs scripts/start.ts');
installDependencies();
const node = findNode();
process.env.PATH = `${here('node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
readyBrowsers(neededBrowsers(script, args));
if (!existsSync(here('.wxt', 'tsconfig.json'))) run(node, [here('node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare'], 'wxt prepare');
// For the tests the packs are the first thing to be tested.
if (!script.endsWith('test.ts')) buildPacks(node);

// The arguments are file names as seen from where the reader stands, so the folder stays as it is.
const child = spawn(node, [here(...script.split('/')), ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => fail(`${script} could not be started: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
