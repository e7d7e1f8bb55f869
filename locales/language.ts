/** The languages of the interface. A new one: docs/LANGUAGES.md. */
export const LANGUAGES = ['en', 'uk', 'de', 'pl', 'fr'] as const;
export type InterfaceLanguage = (typeof LANGUAGES)[number];
/** What the reader may set: a language, or that of the browser. */
export type LanguageChoice = 'auto' | InterfaceLanguage;

/** Each by its own name, so that whoever landed in a wrong one finds the way out. */
export const OWN_NAMES: Readonly<Record<InterfaceLanguage, string>> = {
  en: 'English',
  uk: 'Українська',
  de: 'Deutsch',
  pl: 'Polski',
  fr: 'Français',
};

export interface Spoken {
  readonly language: InterfaceLanguage;
  /** BCP 47 tag for dates, numbers and lists: with the browser's region if it is of the same language. */
  readonly locale: string;
}

/**
 * What is spoken, from the setting and the tag of the browser's own interface ("de-AT"). A language that we have not is answered
 * in English, never in one that its speakers are guessed to read as well.
 */
export function spokenFor(choice: LanguageChoice, browserTag: string): Spoken {
  const tag = canonical(browserTag);
  const ofBrowser = tag.split('-')[0];
  const language = choice === 'auto' ? (LANGUAGES.find((one) => one === ofBrowser) ?? 'en') : choice;
  if (language === ofBrowser && tag !== 'en') return { language, locale: tag };
  return { language, locale: language === 'en' ? 'en-GB' : language };
}

/** Browsers also say "pt_BR"; what is no tag at all is as good as none. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? '';
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}
