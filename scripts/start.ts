/**
 * `npm start`: builds the extension and opens a real browser with it on the sample report, or on the files that are named.
 *
 *   npm start                                     a window to play with
 *   npm start -- --headless [FILE…]               no window: says who was found, and takes pictures
 *   npm start -- --headless --json [FILE…]        the same as one JSON document on stdout
 *   npm start -- --browser firefox                in Firefox
 *
 * Exit status: 0 if all went well, 1 if the browser or the build did not work, 2 for wrong arguments or a file that could not be read.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BrowserName, browserPath, launchBrowser, openOwnPage, type Running } from './browsers.ts';
import { type PageReport, printReport, reportPage } from './report-page.ts';
import { type ServedFile, serveFiles } from './serve.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = join(root, 'tests', 'fixtures', 'articles', 'dfnc2-sample', 'source.html');
const say = (text: string) => process.stderr.write(`${text}\n`);

interface Wishes {
  readonly headless: boolean;
  readonly json: boolean;
  readonly browser: BrowserName;
  readonly files: readonly string[];
}

class WrongArguments extends Error {}

function readArguments(): Wishes {
  const { values, positionals } = parsedArguments();
  const browser = values.browser ?? (browserPath('chromium') ? 'chromium' : 'firefox');
  if (browser !== 'chromium' && browser !== 'firefox') throw new WrongArguments(`--browser is chromium or firefox, not ${browser}`);
  const display =
    process.platform === 'win32' || process.platform === 'darwin' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return {
    headless: Boolean(values.headless || values.json || !display),
    json: Boolean(values.json),
    browser,
    files: positionals,
  };
}

function parsedArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { headless: { type: 'boolean' }, json: { type: 'boolean' }, browser: { type: 'string' } },
    });
  } catch (error) {
    throw new WrongArguments(error instanceof Error ? error.message : String(error));
  }
}

/** Reads the files; those that cannot be read are named and left out. */
function readFiles(paths: readonly string[]): readonly ServedFile[] {
  // npm runs scripts in the project's folder; INIT_CWD is where the reader stands.
  const from = process.env.INIT_CWD ?? process.cwd();
  return paths.flatMap((path) => {
    try {
      return [{ path, bytes: readFileSync(resolve(from, path)) }];
    } catch (error) {
      say(`${path}: cannot be read (${error instanceof Error ? error.message : error})`);
      process.exitCode = 2;
      return [];
    }
  });
}

/** A build that may also read pages from this machine, which a release may not. */
function build(browser: BrowserName): string {
  const target = browser === 'firefox' ? 'firefox' : 'chrome';
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const done = spawnSync(process.execPath, [wxt, 'build', '--mode', 'start', '-b', target], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`The build did not work:\n${done.stdout}${done.stderr}`);
  return join(root, '.output', `${target}-mv3-start`);
}

async function reportAll(running: Running, files: readonly ServedFile[], urls: readonly string[], json: boolean): Promise<void> {
  const pictures = join(root, '.screenshots');
  mkdirSync(pictures, { recursive: true });
  const own = await openOwnPage(running, 'options.html');
  const reports: PageReport[] = [];
  for (const [i, url] of urls.entries()) {
    const file = files[i]?.path ?? url;
    try {
      const report = await reportPage(running, own, { file, url, pictures });
      reports.push(report);
      if (!json) process.stdout.write(printReport(report));
    } catch (error) {
      say(`${file}: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
  if (json) process.stdout.write(`${JSON.stringify({ pages: reports.map(({ kept: _, found: __, ...page }) => page) }, undefined, 1)}\n`);
}

/** A window to play with, until it is closed. */
async function showWindow(running: Running, urls: readonly string[]): Promise<void> {
  const first = (await running.browser.pages())[0] ?? (await running.browser.newPage());
  for (const [i, url] of urls.entries()) await (i === 0 ? first : await running.browser.newPage()).goto(url);
  await first.bringToFront();
  say(
    'The browser is open with Muster in it. Point at an underlined name, or click the puzzle piece and then Muster. Close the window or press Ctrl-C to end.',
  );
  await new Promise<void>((done) => {
    running.browser.once('disconnected', () => done());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}

async function main(): Promise<void> {
  const wishes = readArguments();
  const files = readFiles(wishes.files.length > 0 ? wishes.files : [sample]);
  if (files.length === 0) {
    if (wishes.json) process.stdout.write('{"pages":[]}\n');
    return;
  }
  say('Building …');
  const extension = build(wishes.browser);
  const server = await serveFiles(files);
  say(`Starting ${browserPath(wishes.browser)} …`);
  try {
    const running = await launchBrowser(wishes.browser, { extension, headless: wishes.headless, offline: wishes.headless });
    try {
      await (wishes.headless ? reportAll(running, files, server.urls, wishes.json) : showWindow(running, server.urls));
    } finally {
      await running.browser.close().catch(() => undefined);
    }
  } finally {
    server.close();
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof WrongArguments ? 2 : 1;
});
