import { expect, test } from 'vitest';
import { settingOf } from '../../core/setting.ts';

const HOSTS = new Set(['defence.example']);

test.each<[law: string, url: string, expected: string | undefined]>([
  ['a section about defence', 'https://news.example/defence/2024/leonardo', 'defence /defence/'],
  ['deeper down', 'https://news.example/world/military/a', 'defence /military/'],
  ['in German', 'https://news.example/politik/verteidigung/a.html', 'defence /verteidigung/'],
  ['a section about sport', 'https://news.example/sport/football/saab-cup', 'elsewhere /sport/'],
  ['a site about defence', 'https://www.defence.example/anything', 'defence defence.example'],
  ['sport on a site about defence', 'https://defence.example/sports/army-navy', 'elsewhere /sports/'],
  ['the last segment is the article, not a section', 'https://news.example/world/defence', undefined],
  ['words in the article do not count', 'https://news.example/world/football-and-fashion', undefined],
  ['the query does not count', 'https://news.example/a?x=/sport/b', undefined],
  ['nothing said', 'https://news.example/2024/05/01/a', undefined],
  ['no address', 'about:blank', undefined],
])('%s', (_law, url, expected) => {
  const setting = settingOf(url, HOSTS);
  expect(setting && `${setting.about} ${setting.where}`).toBe(expected);
});
