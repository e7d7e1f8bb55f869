import type { Language } from '../../core/profile.ts';

/**
 * Given names that the press of a language does not write by its letters, or writes in more than one way: Sergueï, Alexandre, Yuri. A "+" in front:
 * besides the spelling by letters; else instead of it. The first part of a compound name counts as the name.
 */
const BY_LANGUAGE: Readonly<Record<Language, string>> = {
  en: `Александр=+Alexander Алексей=+Alexei/Alexey Юрий=+Yuri/Yury Евгений=+Evgeny/Yevgeny Дмитрий=+Dmitri/Dmitry Артём=+Artem Пётр=Pyotr/Petr Фёдор=Fyodor
    Максим=+Maxim Виктор=+Victor Юлия=+Julia Наталия=+Natalia/Natalya Наталья=+Natalia/Natalya Василий=+Vassily Валерий=+Valeri Кирилл=+Kiril Георгий=+Georgi/Georgy
    Касым-Жомарт=Kassym-Jomart Олександр=+Olexander Давид=+David Кирило=+Kyryl Вікторія=+Victoria Віктор=+Victor Петро=+Petro Тимур=+Timur
    Марина=+Marina Ірина=+Irina Вадим=+Vadim Денис=+Denis Ольга=+Olga Олег=+Oleg Ігор=+Igor Артем=+Artem Герман=+German Олександра=+Alexandra`,
  de: `Александр=Alexander Алексей=Alexej/Alexei Юрий=Juri/Jurij Сергей=Sergej/Sergei Андрей=Andrej/Andrei Николай=Nikolai/Nikolaj Дмитрий=Dmitri/Dmitrij
    Евгений=Jewgeni/Jewgenij Максим=Maxim Валерий=Waleri/Walerij Анатолий=Anatoli/Anatolij Виктор=Viktor/Wiktor Валентина=Walentina/Valentina
    Юлия=Julia/Julija Мария=Maria/Marija Касым-Жомарт=Kassym-Schomart Олександр=Olexandr/Oleksandr/Olexander Валерій=Walerij/Waleri Олексій=Olexij/Oleksij Юлія=Julija/Julia
    Максим=Maksym/Maxim Віктор=Wiktor/Viktor Олександра=Olexandra Кирило=Kyrylo Марія=Marija/Maria Віталій=Witali/Witalij/Vitali`,
  fr: `Александр=Alexandre/Aleksandr Алексей=Alexeï/Alexei Юрий=Iouri/Youri Андрей=Andreï Николай=Nikolaï Дмитрий=Dmitri Евгений=Evgueni Михаил=Mikhaïl/Mikhail
    Виктор=Viktor/Victor Максим=Maxime/Maksim Касым-Жомарт=Kassym-Jomart Юлия=Ioulia/Yulia Мария=Maria Вячеслав=Viatcheslav Герман=Guerman
    Юрій=Iouriï/Iouri Юлія=Ioulia/Yulia Олександр=Oleksandr Віктор=Viktor Михайло=Mykhaïlo Андрій=Andriï/Andriy Сергій=Serhiï/Serhiy Олексій=Oleksiï/Oleksiy
    Валерій=Valeri/Valeriï/Valeriy/Valery Євген=Ievhen/Yevhen Віталій=Vitali/Vitaliï Анатолій=Anatoliï Арсеній=Arseni Дмитро=Dmytro Ольга=Olha/Olga`,
  es: `Александр=Alexandr/Alexander/Aleksandr Алексей=Alexei/Aleksei Сергей=Serguei/Sergei Юрий=Yuri Евгений=Yevgueni/Evgueni Максим=Maxim/Maksim Виктор=Viktor/Victor
    Касым-Жомарт=Kasim-Yomart Михаил=Mijail Олександр=Oleksandr/Oleksander Сергій=Serguii/Serguei Юлія=Yulia Михайло=Mijailo Євген=Yevguen/Yevhen`,
  it: `Александр=Aleksandr/Alexander Максим=Maksim/Maxim Сергей=Sergej/Sergei Дмитрий=Dmitrij/Dmitry Юрий=Jurij/Yuri Михаил=Michail/Mikhail Андрей=Andrej/Andrei
    Касым-Жомарт=Kassym-Jomart Юлія=Julija/Yulia Михайло=Mychajlo Алексей=Aleksej Николай=Nikolaj/Nikolai Євгеній=Jevhenij/Yevhenii`,
  pt: `Александр=Alexander/Aleksandr Алексей=Alexei/Aleksei Сергей=Serguei/Sergei Дмитрий=Dmitri/Dmitry Юрий=Yuri/Iuri Евгений=Evgueni/Yevgeny Андрей=Andrei Николай=Nikolai
    Валерий=Valeri/Valery Касым-Жомарт=Kassym-Jomart Виктор=Viktor`,
  pl: `Александр=Aleksandr/Aleksander Алексей=Aleksiej Юлия=Julia Мария=Maria Валентина=Walentina Виктор=Wiktor Максим=Maksim Касым-Жомарт=Kasym-Żomart
    Олександр=Ołeksandr/Oleksandr Юлія=Julija/Julia Ірина=Iryna Марія=Marija Євген=Jewhen Олексій=Ołeksij/Oleksij Володимир=Wołodymyr`,
  cs: 'Александр=Alexandr/Aleksandr Алексей=Alexej/Aleksej Максим=Maxim Михаил=Michail Касым-Жомарт=Kasym-Žomart Виктор=Viktor',
  nl: 'Юлия=Joelia Юлія=Joelia/Joelija Александр=Aleksandr/Alexander Алексей=Aleksej/Alexej Юрий=Joeri Сергей=Sergej/Sergei Дмитрий=Dmitri/Dmitry Михаил=Michail Максим=Maksim Касым-Жомарт=Kassym-Jomart',
  sv: 'Александр=Aleksandr/Alexander Алексей=Aleksej Юрий=Jurij Сергей=Sergej/Sergei Дмитрий=Dmitrij/Dmitrij Максим=Maksim Касым-Жомарт=Kasym-Zjomart',
  no: 'Александр=Aleksandr/Aleksander/Alexander Юрий=Jurij/Juri Сергей=Sergej/Sergei Дмитрий=Dmitrij/Dmitri Михаил=Mikhail Касым-Жомарт=Kasym-Zjomart',
  fi: 'Александр=Aleksandr Касым-Жомарт=Kasym-Žomart Андрій=Andri/Andrii/Andrij Сергій=Serhi/Serhii Олексій=Oleksi/Oleksii Валерій=Valeri/Valerii Юрій=Juri Віталій=Vitali',
  hu: `Владимир=Vlagyimir Дмитрий=Dmitrij Александр=Alekszandr Вадим=Vagyim Денис=Gyenyisz Никита=Nyikita Анатолий=Anatolij Антон=Anton Константин=Konsztantyin
    Валентина=Valentyina Касым-Жомарт=Kaszim-Zsomart Віктор=Viktor Олександр=Olekszandr Вадим=Vagyim/Vadim Денис=Denisz Дмитро=Dmitro Ірина=Irina`,
  ro: 'Александр=Alexandr/Aleksandr Алексей=Alexei/Aleksei Сергей=Serghei/Sergei Юрий=Iuri Евгений=Evgheni Юлія=Iulia Касым-Жомарт=Kasîm-Jomart',
  tr: 'Александр=Aleksandr Дмитрий=Dmitri/Dmitriy Касым-Жомарт=Kasım-Jomart/Kasım-Cömert Рустем=Rüstem',
  bg: 'Александр=Александър Олександр=Олександър/Александър Пётр=Пьотр Евгений=Евгений Петр=Петро',
  sr: 'Андрей=Андреј Дмитрий=Дмитриј/Дмитри Юрий=Јуриј Евгений=Јевгениј Валерий=Валериј Касым-Жомарт=Касим-Жомарт',
  mk: 'Дмитрий=Дмитриј/Дмитри Евгений=Евгениј',
  hr: 'Касым-Жомарт=Kasim-Žomart Александр=Aleksandr Юлія=Julija',
};

const TABLES: ReadonlyMap<Language, ReadonlyMap<string, string>> = new Map(
  Object.entries(BY_LANGUAGE).map(([lang, text]) => [lang, new Map(text.split(/\s+/).map((pair) => pair.split('=') as [string, string]))]),
);

/** How a given name is written in a language; `byLetters` is how its letters alone would have it. */
export function givenNames(given: string, lang: Language, byLetters: string): readonly string[] {
  const listed = TABLES.get(lang)?.get(given);
  if (listed === undefined) return [byLetters];
  const texts = listed.replace('+', '').split('/');
  return [...new Set(listed.startsWith('+') ? [byLetters, ...texts] : texts)];
}
