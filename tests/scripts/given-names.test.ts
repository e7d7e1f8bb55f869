import { beforeAll, describe, expect, test } from 'vitest';
import { foldText } from '../../core/fold.ts';
import { buildGazetteer, type Gazetteer } from '../../core/gazetteer.ts';
import { buildPack } from '../../scripts/build-packs.ts';
import { givenForms, withDeclined } from '../../scripts/forms/given-names.ts';
import { readData } from '../../scripts/read-data.ts';
import { recognise } from '../../scripts/recognise.ts';

/**
 * Namesakes of officials, in the pack that ships. The surname that matters stands between brackets; beside it the official whom the page names too,
 * so that the surname alone would be marked, even a weak one.
 */
const NOT_MARKED = [
  // Given names that are not the official's
  ['The bakery is run by Katharina [Merz] from Ulm.', 'Friedrich Merz'],
  ['Das Tor erzielte Timo [Scholz] in der 80. Minute.', 'Olaf Scholz'],
  ['Bramki strzegł Maik [Nawrocki] z Legii.', 'Karol Nawrocki'],
  ['Победи българският каякар Васил [Радев].', 'Rumen Radev'],
  ['Mestarin tittelin vei Aino [Häkkänen] Kuopiosta.', 'Antti Häkkänen'],
  ['В суде заслушали Антона [Мишустина], водителя автобуса.', 'Mikhail Mishustin'],
  ['Ödülü oyuncu Pelin [Erdoğan] aldı.', 'Recep Tayyip Erdoğan'],
  ['Виставку відкрив скульптор Марко [Свириденко].', 'Yulia Svyrydenko'],
  ['Первой финишировала Ирма [Лаврова] из Перми.', 'Sergey Lavrov'],
  ['Роман написала Інна [Умерова].', 'Rustem Umerov'],
  ['El bar lo abrió Paco [Sánchez] en 1974.', 'Pedro Sánchez'],
  ['La torta è di Raffaele [Meloni], pasticciere.', 'Giorgia Meloni'],
  ['Romanul este scris de Ioana [Bolojan] din Oradea.', 'Ilie Bolojan'],
  ['Viola [Macron] joue du violoncelle à Lille.', 'Emmanuel Macron'],
  ['Cathy [Rutte] runs a cheese shop in Gouda.', 'Mark Rutte'],
  ['Der Tischler Korbinian [Pistorius] baut Stühle.', 'Boris Pistorius'],
  ['Die Ärztin Ann-Kathrin [Merz] leitet die Praxis.', 'Friedrich Merz'],
  ['Seamus [Starmer] teaches piano in Cork.', 'Keir Starmer'],
  ['Moira [Biden] won the county quiz.', 'Joe Biden'],
  // … in the cases of the language
  ['Нагороду вручили Остапові [Зеленському] з Тернополя.', 'Volodymyr Zelenskyy'],
  ['Фермі Остапа [Шмигаля] виповнилося десять років.', 'Denys Shmyhal'],
  ['Пісню виконали з Данилом [Кулебою].', 'Dmytro Kuleba'],
  ['Дім збудували для Марка [Шмигаля] торік.', 'Denys Shmyhal'],
  ['Gola strzelił dzięki podaniu Michała [Dudy] z Krakowa.', 'Andrzej Duda'],
  ['Książkę kupiono od Melanii [Tusk] z Gdyni.', 'Donald Tusk'],
  ['Książkę kupiono od Huntera [Sikorskiego] z Gdyni.', 'Radosław Sikorski'],
  ['Книгу подарували Зоряні [Свириденко].', 'Yulia Svyrydenko'],
  ['Матч судили вместе с Аркадием [Путиным].', 'Vladimir Putin'],
  ['Квартиру передали Алевтине [Шойгу].', 'Sergei Shoigu'],
  ['Картину купили у Тимофея [Белоусова].', 'Andrey Belousov'],
  ['Gola strzelił po podaniu Bartłomieja [Dudy] z rzutu rożnego.', 'Andrzej Duda'],
  ['Koncert poprowadziła z Zuzanną [Tusk] z Łodzi.', 'Donald Tusk'],
  ['Rozmawialiśmy z Wiesławem [Sikorskim], pszczelarzem.', 'Radosław Sikorski'],
  ['Cenu předali Jindřichu [Pavlovi] a jeho psovi.', 'Petr Pavel'],
  ['Cenu odovzdali Rastislavovi [Ficovi] z Nitry.', 'Robert Fico'],
  ['Nagradu su dodelili Gordani [Vučić] iz Čačka.', 'Aleksandar Vučić'],
  // Things and people of other callings
  ['Вулиця [Зеленського] веде до річки.', 'Volodymyr Zelenskyy'],
  ['На улице [Лаврова] прорвало трубу.', 'Sergey Lavrov'],
  ['Ремонт проспекту [Порошенка] завершили восени.', 'Petro Poroshenko'],
  ['Bäckerei [Merz] schließt nach hundert Jahren.', 'Friedrich Merz'],
  ['Metzgerei [Scholz] hat wieder offen.', 'Olaf Scholz'],
  ['Autohaus [Pistorius] zieht um.', 'Boris Pistorius'],
  ['Пенальті відбив вратар [Кулеба].', 'Dmytro Kuleba'],
  ['Гол забив нападник [Умеров].', 'Rustem Umerov'],
  ['Півзахисник [Федоров] перейшов до «Зорі».', 'Mykhailo Fedorov'],
  ['Теннисистка [Лаврова] вышла в финал.', 'Sergey Lavrov'],
  ['Победу принёс вратарь [Белоусов].', 'Andrey Belousov'],
  ['Певец [Зеленский] выпустил альбом.', 'Volodymyr Zelenskyy'],
  ['W meczu zagrał bramkarz [Tusk].', 'Donald Tusk'],
  ['Mieszka przy ulicy [Sikorskiego] w Rybniku.', 'Radosław Sikorski'],
  ['Ihr Torwart [Merz] hielt zwei Elfmeter.', 'Friedrich Merz'],
  ['Late on, the goalkeeper [Starmer] saved well.', 'Keir Starmer'],
  ['Le gardien [Macron] a arrêté le penalty.', 'Emmanuel Macron'],
  ['El portero [Sánchez] paró dos tiros.', 'Pedro Sánchez'],
  ['Il portiere [Meloni] ha parato il rigore.', 'Giorgia Meloni'],
  ['La rue [Macron] est fermée.', 'Emmanuel Macron'],
  ['Viviamo in viale [Meloni] da anni.', 'Giorgia Meloni'],
  ['La calle [Sánchez] está cortada.', 'Pedro Sánchez'],
  ['Spiker: kaleci [Erdoğan] kurtardı.', 'Recep Tayyip Erdoğan'],
] as const;

const MARKED = [
  ['Präsident [Selenskyj] reist nach Berlin.', 'Volodymyr Zelenskyy'],
  ['Ukraine’s [Zelensky] met ministers.', 'Volodymyr Zelenskyy'],
  ['Президент України [Зеленський] прибув до Парижа.', 'Volodymyr Zelenskyy'],
  ['Глава Франції [Макрон] підтримав план.', 'Emmanuel Macron'],
  ['Kremlin chief [Putin] refused the offer.', 'Vladimir Putin'],
  ['Why [Putin] hates NATO', 'Vladimir Putin'],
  ['Can [Trump] win the war over tariffs?', 'Donald Trump'],
  ['Will [Trump] sign?', 'Donald Trump'],
  ['Warum [Merz] schweigt', 'Friedrich Merz'],
  ['Bundeskanzler [Merz] besucht Kiew.', 'Friedrich Merz'],
  ['Für [Pistorius] ist die Lage klar.', 'Boris Pistorius'],
  ['Una [Meloni] furiosa lascia il vertice.', 'Giorgia Meloni'],
  ['Secondo [Meloni] la difesa costa.', 'Giorgia Meloni'],
  ['Pero [Sánchez] no cede.', 'Pedro Sánchez'],
  ['Even [Trump] agreed.', 'Donald Trump'],
  ['In Georgia [Trump] lost by a little.', 'Donald Trump'],
  ['In Sofia [Zelenskyy] met the president.', 'Volodymyr Zelenskyy'],
  ['Putin Ally [Medvedev] Warns the West', 'Dmitry Medvedev'],
  ['Влада [Зеленського] подала бюджет.', 'Volodymyr Zelenskyy'],
  ['Уряд [Свириденко] ухвалив бюджет.', 'Yulia Svyrydenko'],
  ['Министр [Белоусов] провёл совещание.', 'Andrey Belousov'],
  ['Премьер [Мишустин] подписал указ.', 'Mikhail Mishustin'],
  ['Премʼєр [Шмигаль] відповів депутатам.', 'Denys Shmyhal'],
  ['Premier [Tusk] odpowiedział posłom.', 'Donald Tusk'],
  ['Prezydent [Nawrocki] podpisał ustawę.', 'Karol Nawrocki'],
  ['Ani [Tusk] nie zaprzecza.', 'Donald Tusk'],
  ['Predsednik [Vučić] govori večeras.', 'Aleksandar Vučić'],
  ['Samo [Vučić] zna odgovor.', 'Aleksandar Vučić'],
  ['Le président [Macron] parle ce soir.', 'Emmanuel Macron'],
  ['Chez [Macron], on se tait.', 'Emmanuel Macron'],
  ['El presidente [Sánchez] viajó a Kiev.', 'Pedro Sánchez'],
  ['La premier [Meloni] vola a Kiev.', 'Giorgia Meloni'],
  ['Cumhurbaşkanı [Erdoğan] konuştu.', 'Recep Tayyip Erdoğan'],
  ['Premier [Fico] odletel do Moskvy.', 'Robert Fico'],
  ['Präsident Wolodymyr [Selenskyj] sprach.', 'Volodymyr Zelenskyy'],
  ['Nur [Merz] schweigt.', 'Friedrich Merz'],
  ['Danke, sagte [Merz], und ging.', 'Friedrich Merz'],
  ['Vlada [Vučića] podnosi ostavku.', 'Aleksandar Vučić'],
  ['Tako [Vučić] brani zakon.', 'Aleksandar Vučić'],
  ['Come [Meloni] ha detto ieri.', 'Giorgia Meloni'],
  ['In Virginia [Trump] spoke to farmers.', 'Donald Trump'],
  ['The bomber [Putin] praised did not fly.', 'Vladimir Putin'],
  ['Former actor [Zelensky] leads Ukraine.', 'Volodymyr Zelenskyy'],
  ['Message via [Trump] aide reached Kyiv.', 'Donald Trump'],
] as const;

let gazetteer: Gazetteer;

beforeAll(async () => {
  gazetteer = buildGazetteer([await buildPack(readData(), 1)]);
}, 120_000);

function isMarked(sentence: string, official: string): boolean {
  const start = sentence.indexOf('[');
  const end = sentence.indexOf(']') - 1;
  const text = `${sentence.replace(/[[\]]/g, '')}\n\n${official}`;
  return recognise(gazetteer, text).some((mention) => mention.start < end && mention.end > start);
}

describe('a surname behind a name or word of someone else', () => {
  test.each(NOT_MARKED)('%s', (sentence, official) => expect(isMarked(sentence, official)).toBe(false));

  test.each(NOT_MARKED)('%s: it is the word in front that matters', (sentence, official) => {
    expect(isMarked(sentence.replace(/^.*\[/, '['), official)).toBe(true);
  });
});

describe('a surname behind other words with a capital', () => {
  test.each(MARKED)('%s', (sentence, official) => expect(isMarked(sentence, official)).toBe(true));
});

describe('declined given names', () => {
  test.each([
    ['Васил', 'uk', 'Васил Васила Василу Василові Василом'],
    ['Антон', 'ru', 'Антон Антона Антону Антоном Антоне'],
    ['Фома', 'ru', 'Фома Фомы Фоме Фому Фомой'],
    ['Michał', 'pl', 'Michał Michała Michałowi Michałem Michale'],
    ['Jana', 'cs', 'Jana Jany Janě Janu Janou'],
    ['Matej', 'sk', 'Matej Mateja Matejovi Matejom'],
    ['Goran', 'sr', 'Goran Gorana Goranu Goranom Горан Горана Горану Гораном'],
    ['Janez', 'sl', 'Janez Janeza Janezu Janezom'],
    ['Jonas', 'lt', 'Jonas Jono Jonui Joną Jonu'],
    ['Jānis', 'lv', 'Jānis Jāna Jānim Jāni'],
    ['Γιώργος', 'el', 'Γιώργος Γιώργου Γιώργο'],
    ['Aino', 'fi', 'Aino'],
  ])('%s (%s)', async (name, lang, forms) => {
    expect((await givenForms(name, lang)).join(' ')).toBe(forms);
  });

  test('names are declined by their language, other words are not, and one text stands for those that fold alike', async () => {
    expect(await withDeclined({ cs: ['Jana'], uk: ['Petro'], namesakes: ['вул', 'JANA'] })).toEqual([
      'Jana',
      'Janou',
      'Janu',
      'Jany',
      'Janě',
      'Petro',
      'вул',
    ]);
  });

  test('the list is sorted, without doubles, and not too long for the pack', async () => {
    const texts = await withDeclined(readData().givenNames);
    expect(texts.length).toBeLessThan(30_000);
    expect(texts).toEqual([...texts].sort());
    expect(new Set(texts.map(foldText)).size).toBe(texts.length);
  });
});
