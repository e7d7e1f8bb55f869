/** A word that is written as a name, not as an acronym, and in nothing but letters. */
const NAME_WORD = /^\p{Lu}[\p{Ll}\p{M}]{2,}(?:-\p{Lu}\p{Ll}+)*$/u;

/** Common nouns, English and German, and legal forms, that end the names of companies: they are not declined in other languages, nor take a German -s. */
const COMMON_END =
  /(?:ing|ings|ion|ions|ics|ies|y|ment|ware|tech|technik|systeme?s?|group|gruppe|gesellschaft|defen[cs]e|aircraft|arms?|works|air|marine|naval|space|international|limited|services?|partners|labs?|ships?|yards?|werke?|werft|company|holding|drones?|power|steel|force|states|office|council|forum|board|bank|fund|centre|center|institute|house|union|alliance| (?:oyj|abp|plc|ltd|inc|corp))$/i;

/** Whether a text is a brand of one or two words (Rheinmetall, Lockheed Martin), and so is treated as a person's name would be. */
export function isBrand(text: string): boolean {
  const words = text.split(' ');
  if (words.length > 2 || !words.every((word) => NAME_WORD.test(word))) return false;
  return words.length === 1 || !COMMON_END.test(text);
}
