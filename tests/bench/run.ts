import { parseArgs } from 'node:util';
import { coreFigures } from './core.ts';

/** `npm run bench [-- --json]`: a table, or one JSON object a line. Progress goes to stderr. Ratios above 1: we are ahead. */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const figures = await coreFigures((line) => console.error(line));
if (values.json) for (const figure of figures) console.log(JSON.stringify(figure));
else console.table(figures);
