import { describe, expect, test } from 'vitest';
import { familyOf, tongueOf, tongues } from '../../core/tongue.ts';

describe('the family of languages', () => {
  test.each([
    ['The army said that it would buy the drones from a firm in the north.', 'english'],
    ['Das Heer will die Drohnen von einer Firma im Norden kaufen.', 'germanic'],
    ['Försvaret köper drönare från ett företag som är på väg till norr, och det är inte dyrt.', 'germanic'],
    ["L'armée achète des drones dans le nord pour les unités.", 'romance'],
    ['El ejército compra los drones en el norte por su precio.', 'romance'],
    ['Wojsko nie kupi dronów, bo się okazało, że firma jest za mała.', 'slavic'],
    ['Armáda koupí drony, které se vyrábějí v Brně, a je to pro ni dobré.', 'slavic'],
    ['Hadsereg és a drón az északi cégtől, hogy nem drága.', 'other'],
    ['Yritys kertoi, että drooneja ei ole tilattu, mutta hän oli myös mukana.', 'finnic'],
    ['Kaitsevägi ei ole droone ostnud, aga see oli ka kulukas ning kallis.', 'finnic'],
    ['Uzņēmums ir pārdevis dronus, bet armija tos arī uz priekšu pēta.', 'baltic'],
    ['Kariuomenė perka dronus iš įmonės, kuri yra šiaurėje, ir dėl to buvo kritikuota.', 'baltic'],
    ['Vojska kupuje dronove od tvrtke koja je na sjeveru, kao što je rekao ministar.', 'slavic'],
    ['Vojska kupuje drone, ki so jih naredili na severu, kot je tudi povedal minister.', 'slavic'],
    ['Armáda kúpi drony, ktoré sú podľa ministra drahé, ale aj dobré.', 'slavic'],
    ['Військо купує дрони у фірми на півночі.', 'slavic'],
    ['Армията купува дронове от фирма на север.', 'slavic'],
    ['Војска купује дронове од фирме на северу.', 'slavic'],
    ['Ordu dronları kuzeydeki bir firmadan bu yıl için aldı ve bir gemi ile getirdi.', 'other'],
    ['The firm «Укроборонпром» said that it would sell the drones.', 'english'],
    ['Die Vi\u00adsi\u00adte wird ei\u00adne Fir\u00adma se\u00adhen, und e\u00ads ist au\u00adch gut.', 'germanic'],
    ['Firma fu\u0308r Drohnen, fu\u0308r Heere, fu\u0308r alle.', 'germanic'],
    ['Boeing у\u00adк\u00adр and sons', undefined],
    ['Boeing Rheinmetall Airbus', undefined],
    ['', undefined],
  ])('%s', (text, tongue) => {
    expect(tongueOf(text)).toBe(tongue);
  });

  test.each([
    ['de-AT', 'germanic'],
    ['EN_us', 'english'],
    ['fi', 'finnic'],
    ['lv', 'baltic'],
    ['sr-Cyrl', 'slavic'],
    ['xx', undefined],
    [undefined, undefined],
  ])('by tag: %s', (tag, family) => {
    expect(familyOf(tag)).toBe(family);
  });

  test('a block that does not tell is of the language of its page, and a page that does not tell, of its tag', () => {
    const english = { id: 1, text: 'The army said that it would buy the drones.' };
    const short = { id: 2, text: 'Boeing' };
    expect(tongues([english, short], 'de')(short)).toBe('english');
    expect(tongues([short], 'de')(short)).toBe('germanic');
    expect(tongues([short], undefined)(short)).toBeUndefined();
  });
});
