import { readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { FeedStep } from '../../platform/messages.ts';
import { openOwnPage, type Running, until } from '../../scripts/browsers.ts';

/** Holding the background at a step of an update, and ending the whole browser there as a power cut would. */

/** What the update awaits at each of its steps. */
interface Api {
  readonly storage: { readonly session: { set(items: Readonly<Record<string, { readonly step?: string }>>): Promise<void> } };
}
interface Held {
  stopAt?: { readonly step: string; readonly hold: boolean };
  reached?: boolean;
}

/** Runs in the background, or in Firefox on it: from now on the update tells when it comes to a step, and stays there if it is to. */
function watchSteps(background: { readonly browser: Api; muster?: Held }, stopAt: Held['stopAt']): void {
  const { session } = background.browser.storage;
  const held: Held = { ...(stopAt === undefined ? {} : { stopAt }) };
  background.muster = held;
  const set = session.set.bind(session);
  session.set = (items) => {
    const step = Object.entries(items).find(([key]) => key.startsWith('feed:'))?.[1].step;
    if (step !== undefined && step === held.stopAt?.step) {
      held.reached = true;
      if (held.stopAt.hold) return new Promise(() => undefined);
    }
    return set(items);
  };
}

export interface Steps {
  /** Whether the update has come to the step. */
  readonly reached: () => Promise<boolean>;
}

/** Has the update tell when it comes to `step`, and wait there for ever if `hold` is true. The background must be awake, and stays so. */
export async function stopAt(running: Running, own: Page, step: FeedStep, hold: boolean): Promise<Steps> {
  if (running.name === 'chromium') {
    const target = running.browser.targets().find((one) => one.type() === 'service_worker' && one.url().startsWith(running.origin));
    const worker = await target?.worker();
    if (worker === undefined || worker === null) throw new Error('the service worker sleeps');
    await worker.evaluate(`(${watchSteps})(globalThis, ${JSON.stringify({ step, hold })})`);
    return { reached: async () => (await worker.evaluate('globalThis.muster.reached === true')) === true };
  }
  const background = '(browser.extension.getBackgroundPage())';
  await own.evaluate(`(${watchSteps})(${background}, ${JSON.stringify({ step, hold })})`);
  return { reached: async () => (await own.evaluate(`${background}.muster.reached === true`)) === true };
}

/** Ends the browser with all its processes, between two instructions. */
export async function kill({ browser }: Running, profile: string): Promise<void> {
  const process_ = browser.process();
  if (process_?.pid === undefined) throw new Error('the browser has no process');
  const gone = new Promise<void>((resolve) => process_.once('exit', () => resolve()));
  // On Windows there are no groups of processes; there the others end with the first.
  if (process.platform === 'win32') process_.kill('SIGKILL');
  else process.kill(-process_.pid, 'SIGKILL');
  await gone;
  // The library puts the preferences of Firefox back as they were, and does not say when it has done so.
  await until('the profile to be left alone', () => !readdirSync(profile).some((name) => name.endsWith('.puppeteer')));
}

/** A light page of our own to ask from; the welcome page may still be opening. */
export async function ownPage(running: Running): Promise<Page> {
  return until('one of our own pages', () => openOwnPage(running, 'welcome.html').catch(() => undefined), 20_000);
}
