import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Told } from '../../core/told.ts';
import { setLocale } from '../../locales/format.ts';
import { worded } from '../../locales/told.ts';
import { troubles } from '../../locales/uk/troubles.ts';
import { freshBackground, pageWith, reader, sender, uiLanguage } from './background.ts';

/** What the background says itself follows the reader's language; what it only passes on travels as a code. */

const NEWS = 'https://www.news.example/a';
let muster: Awaited<ReturnType<typeof freshBackground>>;

async function background(tag: string) {
  uiLanguage.tag = tag;
  muster = await freshBackground();
}

beforeEach(() => background('uk-UA'));
afterEach(() => {
  uiLanguage.tag = 'en';
  setLocale(undefined);
});

async function card() {
  const { page, text } = pageWith(NEWS, ['Rheinmetall came.']);
  await muster.answers.fromPage.read(text, sender(page));
  return muster.answers.fromPage.card({ doc: text.doc, block: 1, offset: 1 }, sender(page));
}

describe('the line under a name, and what the card is drawn in', () => {
  test.each([
    ['uk-UA', { language: 'uk', locale: 'uk-UA' }, 'Німеччина'],
    ['de-AT', { language: 'de', locale: 'de-AT' }, 'Deutschland'],
    ['en-US', { language: 'en', locale: 'en-US' }, 'Germany'],
    ['ru', { language: 'en', locale: 'en-GB' }, 'Germany'],
  ])('in a browser in %s', async (tag, spoken, land) => {
    await background(tag);
    const view = await card();
    expect(view?.spoken).toEqual(spoken);
    expect(view?.line).toBe(`${land} · vehicles and ammunition`);
    expect((await muster.answers.fromReader.search({ text: 'rheinmetall', limit: 1 }, reader))[0]?.line).toContain(land);
    expect((await muster.answers.fromReader.profile({ id: 'Q1' }, reader))?.line).toContain(land);
  });

  test('by the setting, if there is one', async () => {
    await muster.settings.changeSettings({ language: 'pl' });
    expect((await card())?.spoken).toEqual({ language: 'pl', locale: 'pl' });
  });
});

test('what was refused carries its code and values, and English words for the console', async () => {
  const refused = await Promise.resolve(
    muster.answers.fromReader.addOwn({ name: 'x'.repeat(201), kind: 'company', aliases: [] }, reader),
  ).then(
    () => undefined,
    (error: Error & { told?: Told }) => error,
  );
  expect(refused?.message).toBe('A name has at most 200 characters.');
  expect(refused?.told).toMatchObject({ code: 'own-too-long', values: [200] });
  expect(worded(troubles, refused?.told as Told)).toBe('Назва може мати щонайбільше 200 знаків.');
});

test.each<[Told, string]>([
  [{ code: 'feed-known', words: 'x' }, 'Цей канал уже є у вашому списку.'],
  [{ code: 'from-a-later-version', words: 'What it brought.' }, 'What it brought.'],
  [{ code: 'constructor', words: 'What it brought.' }, 'What it brought.'],
  [{ words: 'Only words.' }, 'Only words.'],
])('%o is told as %s', (told, words) => expect(worded(troubles, told)).toBe(words));
