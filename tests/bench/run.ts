import { parseArgs } from 'node:util';
import { coldStartFigures } from './cold-start.ts';
import { coreFigures } from './core.ts';
import { explorerFigures } from './explorer.ts';
import { feedFigures } from './feed.ts';
import { backgroundFigures } from './memory.ts';
import { popupFigures } from './popup.ts';

/** `npm run bench [-- --json]`: a table, or one JSON object a line. Progress goes to stderr. Ratios above 1: we are ahead. */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const say = (line: string) => console.error(line);
const figures = [
  ...(await popupFigures(say)),
  ...(await feedFigures(say)),
  ...(await backgroundFigures(say)),
  ...(await coldStartFigures(say)),
  ...explorerFigures(say),
  ...(await coreFigures(say)),
];
if (values.json) for (const figure of figures) console.log(JSON.stringify(figure));
else console.table(figures);
