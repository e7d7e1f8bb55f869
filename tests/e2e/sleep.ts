import { until } from '../../scripts/browsers.ts';
import { BROWSER, type World } from './world.ts';

/** Milliseconds after which Firefox puts the background to sleep here; by default it would be 30,000. */
const IDLE = 4_000;

export const SLEEPS_SOON = { 'extensions.background.idle.timeout': IDLE };

/** For what takes the background some seconds, in which it may not be put to sleep. */
export const SLEEPS_LATER = { 'extensions.background.idle.timeout': 10_000 };

/** Puts the background to sleep and sees that it sleeps. */
export async function putToSleep(world: World): Promise<void> {
  if (BROWSER === 'chromium') {
    const session = await world.own.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
    await until('the service worker to stop', async () => !(await isAwake(world)));
    return;
  }
  await until(
    'the event page to be gone',
    async () => {
      await new Promise((resolve) => setTimeout(resolve, IDLE * 2));
      return !(await isAwake(world));
    },
    40_000,
  );
}

/** Whether the background is awake; to ask does not wake it. */
export async function isAwake({ running: { browser, origin }, own }: World): Promise<boolean> {
  if (BROWSER === 'chromium')
    return browser.targets().some((target) => target.type() === 'service_worker' && target.url().startsWith(origin));
  return own.evaluate(() => {
    type Extension = { getViews(of?: { type: 'tab' }): readonly Window[] };
    const { extension } = (globalThis as unknown as { browser: { extension: Extension } }).browser;
    // What is left without the tabs is the event page. Asking for it by name would wake it.
    return extension.getViews().length > extension.getViews({ type: 'tab' }).length;
  });
}
