import { describe, expect, test } from 'vitest';
import { buildGazetteer, findCandidates } from '../../core/gazetteer.ts';
import { link } from '../../core/link.ts';
import { packOf, record } from './pack-of.ts';

const gazetteer = buildGazetteer([
  packOf([
    record('Q1', 'company', ['ASELSAN', 'Aselsan']),
    record('Q2', 'company', ['Baykar']),
    record('Q3', 'company', ['TUSAŞ', 'TAI']),
    record('Q4', 'organisation', ['İHA']),
    record('Q5', 'official', ['Recep Tayyip Erdoğan', 'Erdoğan']),
    record('Q6', 'organisation', ['NATO']),
    record('Q7', 'company', ['KNDS']),
    record('Q8', 'company', ['Patria Oyj', 'Saab']),
    record('Q9', 'official', ['İsmail Demir']),
    record('Q10', 'company', ['Rheinmetall']),
  ]),
]);

function surfaces(text: string): readonly string[] {
  return link(gazetteer, [{ id: 0, text, candidates: findCandidates(gazetteer, text) }], { verdicts: [] }).map(({ surface }) => surface);
}

describe('an ending behind an apostrophe is no part of a Turkish name', () => {
  test.each([
    ["ASELSAN'ın yeni radarı", 'ASELSAN'],
    ['ASELSAN’ın yeni radarı', 'ASELSAN'],
    ["Baykar'ın uçağı", 'Baykar'],
    ["Baykar'dan yapılan açıklama", 'Baykar'],
    ['TUSAŞ’ın uçağı', 'TUSAŞ'],
    ["TUSAŞ'tan açıklama", 'TUSAŞ'],
    ["İHA'nın haberine göre", 'İHA'],
    ["Cumhurbaşkanı Erdoğan'ın sözleri", 'Erdoğan'],
    ['Erdoğan’a göre', 'Erdoğan'],
    ['CUMHURBAŞKANI ERDOĞAN AÇIKLADI', 'ERDOĞAN'],
    ['RECEP TAYYİP ERDOĞAN', 'RECEP TAYYİP ERDOĞAN'],
    ['İSMAİL DEMİR', 'İSMAİL DEMİR'],
    ["NATO'ya üye ülkeler", 'NATO'],
  ])('%s', (text, surface) => {
    expect(surfaces(text)).toEqual([surface]);
  });

  test.each(['iha', 'nato’ya', 'knds:n'])('acronyms ask for their capitals: %s', (text) => {
    expect(surfaces(text)).toEqual([]);
  });
});

describe('an ending behind a colon or an apostrophe is no part of a Finnish or Swedish name', () => {
  test.each([
    ['NATO:n joukot', 'NATO'],
    ['NATO:ssa', 'NATO'],
    ['KNDS:n tilaus', 'KNDS'],
    ['KNDS:ltä', 'KNDS'],
    ['NATO:s generalsekreterare', 'NATO'],
    ['KNDS:lle', 'KNDS'],
    ["NATO'n", 'NATO'],
    ['Saab:n', 'Saab'],
  ])('%s', (text, surface) => {
    expect(surfaces(text)).toEqual([surface]);
  });
});

describe('a German or Hungarian hyphen is a boundary', () => {
  test.each([
    ['Rheinmetall-Aktie', 'Rheinmetall'],
    ['Der Rheinmetall-Chef', 'Rheinmetall'],
    ['NATO-ban', 'NATO'],
    ['KNDS-nek', 'KNDS'],
    ['a „Rheinmetall“ akcijas', 'Rheinmetall'],
  ])('%s', (text, surface) => {
    expect(surfaces(text)).toEqual([surface]);
  });
});
