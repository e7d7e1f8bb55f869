import { speak, ui, type Words } from '../locales/ui.ts';
import { messageOf } from './report.ts';
import { DEFAULT_SETTINGS, onSettings, readSettings, type Settings } from './settings.ts';
import { spokenIn } from './speech.ts';

/**
 * Draws one of our own pages in the language that is spoken, once now and again whenever the reader chooses another; the page's title and `lang`
 * follow. What is in the way of the language is no reason to show nothing: then it is the browser's, or English.
 */
export async function drawPage(title: (words: Words) => string, draw: (root: HTMLElement) => void): Promise<void> {
  const root = document.getElementById('app');
  if (root === null) return;
  let chosen = 0;
  const drawIn = async (settings: Settings) => {
    const turn = ++chosen;
    const spoken = spokenIn(settings);
    const language = await speak(spoken).then(
      () => spoken.language,
      (error: unknown) => {
        console.warn(`Muster: the words in ${spoken.language} could not be loaded: ${messageOf(error)}`);
        return 'en';
      },
    );
    // Two choices in a row: the later one draws.
    if (turn !== chosen) return;
    document.documentElement.lang = language;
    document.title = title(ui);
    draw(root);
  };
  onSettings((now, before) => {
    if (now.language !== before.language) void drawIn(now);
  });
  await drawIn(await readSettings().catch(() => DEFAULT_SETTINGS));
}
