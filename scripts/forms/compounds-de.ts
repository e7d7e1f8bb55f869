import { isBrand } from './brand.ts';

/**
 * German compounds in one word: Rheinmetallaktie, Airbuschef. With a hyphen the name is found by itself; without one it takes a form of its
 * own. Only brands of one long word that nothing else is called by, in front of nouns of business news.
 */
const HEADS =
  'aktie aktien aktionäre chef chefs chefin konzern konzerns vorstand vorstands werk werke werks werken manager sprecher tochter'.split(
    ' ',
  );
const SHORTEST = 6;

export function germanCompounds(brand: string): readonly string[] {
  if (brand.includes(' ') || brand.includes('-') || brand.length < SHORTEST || !isBrand(brand)) return [];
  return HEADS.map((head) => brand + head);
}
