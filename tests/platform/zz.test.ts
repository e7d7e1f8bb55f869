import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { freshBackground, packaged, reader } from './background.ts';
test('speed', async () => {
  const m = await freshBackground();
  packaged.pack = readFileSync('public/packs/core.jsonl', 'utf8');
  await m.knowledge.knowledge();
  const ask = async (text: string) => {
    const t = performance.now();
    const hits = await m.answers.fromReader.search({ text, limit: 10 }, reader);
    console.log(text, (performance.now() - t).toFixed(1), hits.slice(0, 4).map((h) => `${h.name}${h.matched ? ` (${h.matched})` : ''}`).join(' | '));
  };
  for (const q of ['Rheinmetall', 'Rehinmetall', 'rhien', 'Укроборонпром', 'Укроборонпрому', 'Зеленського', 'зеленського', 'zelensky', 'Kongsburg Defense', 'areovironment', 'BAE', 'lockhed', 'Thlaes', 'minister', 'Saba', 'Siab', 'saab', 'а', 'defence', 'Рейнметал', 'Mitsubishi heavy', '三菱', 'general dynamcis', 'leonardo', 'Marcon', 'Merz']) await ask(q);
});
