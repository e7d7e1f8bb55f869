import { parseArgs } from 'node:util';
import { coldStartFigures } from './cold-start.ts';
import { coreFigures } from './core.ts';
import { explorerFigures } from './explorer.ts';
import { explorerBrowserFigures } from './explorer-browser.ts';
import { feedFigures } from './feed.ts';
import { backgroundFigures } from './memory.ts';
import { popupFigures } from './popup.ts';

/** `npm run bench [-- --json] [--stored]`: a table, or one JSON object a line. Progress goes to stderr. Ratios above 1: we are ahead. */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, stored: { type: 'boolean', default: false } } });
const say = (line: string) => console.error(line);
const figures = [
  ...(await popupFigures(say)),
  ...(await feedFigures(say)),
  ...(await backgroundFigures(say)),
  ...(await coldStartFigures(say)),
  ...explorerFigures(say),
  // A log of 20,000 articles is stored in each browser first: a quarter of an hour.
  ...(values.stored ? await explorerBrowserFigures(say) : []),
  ...(await coreFigures(say)),
];
if (values.json) for (const figure of figures) console.log(JSON.stringify(figure));
else console.table(figures);
