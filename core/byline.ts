import type { Block } from './mention.ts';

/**
 * Bylines and credits: who wrote a text or took its picture. A reporter may have an official's name ("By Mike Johnson", "Foto: Chris Murphy"),
 * and officials seldom write news; so a person who is named there and nowhere else with more is not sure to be the official. Companies in a
 * credit ("Photo: Saab") are the companies.
 */
const CREDIT =
  /(?:^|[\s(|/·–—-])(?:(?:(?:story|text|words|photos?|photograph(?:s|ed|y)?|pictures?|image|illustration|video|reporting|writing|edited|editing|compiled|translated|additional reporting) by)|by|von|par|por|text|texte|texto|testo|tekst|teksti|foto|fotos|photo|photos|bild|bilder|zdj[eę]cie|fot\.|kuva|image|credit|autor|autorin|author|автор|текст|фото|редактор|світлина)\s*:?\s+(?:[^.!?;]{0,60}(?:,|\band\b|\bund\b|\bet\b|\by\b|\bі\b|\bта\b|\bи\b|&)\s+)?$/iu;

/** A byline is short, and so is a credit; longer paragraphs say "by" for other reasons. */
const LONGEST_BYLINE = 140;

/** Whether the words in front of a name say that its bearer wrote this, or took the picture. Only in short blocks that begin so, or end in a credit. */
export function isCredited({ text }: Block, start: number): boolean {
  if (text.length > LONGEST_BYLINE) return false;
  const before = text.slice(0, start);
  const found = CREDIT.exec(before);
  if (found === null) return false;
  // "…was hit, said by Boris Johnson": a word in small letters may stand in any sentence; a byline begins with it, or sets it off.
  return (
    found.index === 0 ||
    /[(|/·–—]/.test(before.charAt(found.index)) ||
    /[:.]\s*$/.test(found[0]) ||
    /[.!?)»”"]\s*$/.test(before.slice(0, found.index + 1))
  );
}
