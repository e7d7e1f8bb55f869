import type { Gazetteer } from '../core/gazetteer.ts';
import { type EntityName, readEntityName } from '../core/gazetteer-tables.ts';
import type { EntityId } from '../core/profile.ts';

/** Whom the recogniser knows, by id. */
export interface Names {
  has(id: EntityId): boolean;
  get(id: EntityId): EntityName | undefined;
}

/**
 * A hash table of the entities' numbers: 8 to 16 bytes an entity. The texts stay in the gazetteer's own tables, and a string is made for who
 * is asked for; a map of strings and objects takes 150 bytes an entity. Each entity is to be added once.
 */
export function createNames({ tables, size }: Gazetteer): Names & { add(id: EntityId, number: number): void } {
  // At most half full; 0 is an empty slot, so numbers are kept one higher.
  const slots = new Uint32Array(2 ** (Math.ceil(Math.log2(size.entities + 1)) + 1));
  const after = (slot: number): number => (slot + 1) % slots.length;
  const get = (id: EntityId): EntityName | undefined => {
    for (let slot = hashOf(id) % slots.length; slots[slot] !== 0; slot = after(slot)) {
      const entity = readEntityName(tables, (slots[slot] as number) - 1);
      if (entity.id === id) return entity;
    }
    return undefined;
  };
  return {
    get,
    has: (id) => get(id) !== undefined,
    add: (id, number) => {
      let slot = hashOf(id) % slots.length;
      while (slots[slot] !== 0) slot = after(slot);
      slots[slot] = number + 1;
    },
  };
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
