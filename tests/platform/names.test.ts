import { expect, test } from 'vitest';
import { namesOf } from '../../core/gazetteer.ts';
import { createNames } from '../../platform/names.ts';
import { readPackagedGazetteer } from '../../scripts/recognise.ts';

test('every entity of the pack is found by its id, and nobody else is', () => {
  const gazetteer = readPackagedGazetteer();
  const names = createNames(gazetteer);
  const all = [...namesOf(gazetteer)];
  for (const [number, { id }] of all.entries()) names.add(id, number);
  for (const entity of all) expect(names.get(entity.id)).toEqual(entity);
  const ids = new Set(all.map(({ id }) => id));
  for (const id of ids) expect(names.has(`${id}-x`)).toBe(ids.has(`${id}-x`));
  expect(names.get('')).toBeUndefined();
});
