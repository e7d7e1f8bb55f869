import { speak, ui, type Words } from '../locales/ui.ts';
import { onSettings, readSettings, type Settings } from './settings.ts';
import { spokenIn } from './speech.ts';

/**
 * Draws one of our own pages in the language that is spoken, once now and again whenever the reader chooses another; the page's title and `lang`
 * follow. What is in the way of the language is no reason to show nothing: then it is English.
 */
export async function drawPage(title: (words: Words) => string, draw: (root: HTMLElement) => void): Promise<void> {
  const root = document.getElementById('app');
  if (root === null) return;
  const drawIn = async (settings: Settings) => {
    const spoken = spokenIn(settings);
    await speak(spoken);
    document.documentElement.lang = spoken.language;
    document.title = title(ui);
    draw(root);
  };
  onSettings((now, before) => {
    if (now.language !== before.language) void drawIn(now);
  });
  await drawIn(await readSettings());
}
