import { describe, expect, test } from 'vitest';
import { foldText } from '../../core/fold.ts';
import { buildGazetteer, findCandidates, gazetteerFromBytes, gazetteerToBytes } from '../../core/gazetteer.ts';
import { type LinkContext, link } from '../../core/link.ts';
import type { Mention, Verdict } from '../../core/mention.ts';
import type { Language } from '../../core/profile.ts';
import { office, packOf, record, relation } from './pack-of.ts';

/** Longer than other files: one pack, and one table of sentences to be read against it. */
const declined = (lang: Language, alias: string, text: string) => ({ alias, texts: [text], lang, how: 'declined' as const });
const pack = packOf(
  [
    record('Q1', 'company', ['Rheinmetall', { texts: ['Рейнметал', 'Рейнметалу', 'Рейнметалом'], lang: 'uk', how: 'declined' }]),
    record('Q2', 'company', ['Leonardo S.p.A.', '(Leonardo)'], { decoys: ['Leonardo DiCaprio', 'Leonardo da Vinci'] }),
    record('Q3', 'company', ['Thales Group', { texts: ['Thales'], role: 'weak', needs: ['sonar'] }]),
    record('Q4', 'company', ['BAE Systems', '(BAE)']),
    record('Q5', 'official', ['Boris Johnson', '(Johnson)'], { offices: [office('head-of-government')] }),
    record('Q6', 'official', ['Mike Johnson', '(Johnson)'], { offices: [office('legislator')] }),
    record(
      'Q7',
      'official',
      ['Volodymyr Zelenskyy', 'Zelenskyy', 'Zelensky', { texts: ['Зеленський', 'Зеленського', 'Зеленським'], lang: 'uk', how: 'declined' }],
      {
        offices: [office('head-of-state')],
        names: { en: { given: 'Volodymyr', family: 'Zelenskyy' } },
      },
    ),
    record('Q8', 'official', ['John Healey', '(Healey)'], { offices: [office('defence-minister')] }),
    record('Q9', 'official', ['Mykhailo Fedorov', '(Fedorov)'], { offices: [office('defence-minister')] }),
    record('Q10', 'company', ['MBDA'], { relations: [relation('joint-venture-of', 'Q2')] }),
    record('Q11', 'company', ['Boeing']),
    record('Q12', 'organisation', ['Ministry of Defence', 'MoD']),
    record('Q13', 'company', ['(Saab)'], { name: 'Saab AB', decoys: ['Elie Saab', 'Saab 900'] }),
    record('Q14', 'company', ['RTX Corporation', '(RTX)'], { decoys: ['RTX 3080'] }),
    record('Q15', 'official', ['Ursula von der Leyen', 'von der Leyen'], { offices: [office('head-of-government')] }),
    record('Q16', 'company', ['Rafael Advanced Defense Systems', '(Rafael)']),
    record('Q17', 'official', ['Theresa May', '(May)']),
    record('Q18', 'official', ['Emmanuel Macron', 'Macron', declined('pl', 'Macron', 'Macronie'), declined('de', 'Macron', 'Macrons')], {
      offices: [office('head-of-state')],
    }),
    record('Q19', 'official', ['Li Qiang', '(Li)'], { offices: [office('head-of-government')] }),
    record('Q20', 'official', ['Petr Pavel', '(Pavel)', { ...declined('cs', 'Pavel', 'Pavla'), role: 'weak' }]),
    record('Q21', 'official', ['Michael Waltz', 'Waltz'], { offices: [office('legislator')] }),
    record('Q22', 'official', ['Radosław Sikorski', '(Sikorsky)'], { offices: [office('foreign-minister')] }),
    record('Q23', 'company', ['(Sikorsky)'], { name: 'Sikorsky Aircraft' }),
    record('Q24', 'official', ['Андрій Сибіга', '(Сибіга)', { ...declined('uk', 'Сибіга', 'Сибізі'), role: 'weak' }], {
      offices: [office('foreign-minister')],
    }),
    record('Q25', 'official', ['Михайло Федоров', '(Федоров)', { ...declined('uk', 'Федоров', 'Федорову'), role: 'weak' }], {
      offices: [office('defence-minister')],
    }),
    record('Q26', 'official', ['Юлія Свириденко', '(Свириденко)'], { offices: [office('head-of-government')] }),
    record('Q27', 'official', ['Кирило Буданов', '(Буданов)'], { offices: [office('intelligence-chief')] }),
    record('Q28', 'official', ['Ben Wallace', '(Wallace)'], {
      offices: [{ ...office('defence-minister'), since: '2019-07-24', until: '2023-08-31' }],
    }),
    record('Q30', 'company', ['Helsinger', 'Helsinger Systems'], { decoys: ['Van Helsinger'] }),
    record('Q29', 'official', ['Grant Wallace', '(Wallace)'], { offices: [{ ...office('defence-minister'), since: '2025-07' }] }),
  ],
  {
    fieldWords: ['missile', 'missiles', 'fighter jets', 'air defence', 'munitions', 'озброєння'],
    titles: {
      'defence-minister': ['defence secretary', 'minister of defence', 'міністр оборони', 'міністру оборони'],
      'foreign-minister': ['foreign minister', 'глава мзс', 'главі мзс'],
      'head-of-government': ['prime minister', 'прем’єр-міністерка'],
      'intelligence-chief': ['очільник гур'],
      'head-of-state': ['president', 'президент'],
      legislator: ['speaker'],
    },
    decoys: ['Boeing Field'],
    givenNames: ['ulica', 'ul', 'Rachel', 'Olena', 'Peter', 'Rafael', 'Pavel', 'Oscar', 'Павел'],
  },
);
const gazetteer = buildGazetteer([pack]);

function read(
  paragraphs: string | readonly string[],
  verdicts: readonly Verdict[] = [],
  page: Omit<LinkContext, 'verdicts'> = {},
): readonly Mention[] {
  const blocks = [paragraphs].flat().map((text, id) => ({ id, text, candidates: findCandidates(gazetteer, text) }));
  return link(gazetteer, blocks, { ...page, verdicts });
}
const show = (mentions: readonly Mention[]) =>
  mentions.map((m) => `${m.surface}=${m.entity}${m.certainty === 'sure' ? '' : '?'}${m.also.length ? `/${m.also}` : ''}`);

describe('linking', () => {
  test.each<[law: string, text: string | string[], expected: string[]]>([
    ['a strong alias stands alone', 'Shares of Rheinmetall rose.', ['Rheinmetall=Q1']],
    ['a declined form', 'Завод «Рейнметалу» в Україні', ['Рейнметалу=Q1']],
    ['the longest wins', 'BAE Systems said', ['BAE Systems=Q4']],
    ['a decoy hides what lies under it', 'Leonardo DiCaprio met Rheinmetall about missiles', ['Rheinmetall=Q1']],
    ['a general decoy', 'He landed at Boeing Field.', []],
    ['a decoy with a number', 'The RTX 3080 costs more; missiles, munitions.', []],
    ['a decoy of another bearer', 'A dress by Elie Saab, Saab 900, missiles, munitions', []],
    ['a weak alias alone is nothing', 'Leonardo painted in Milan.', []],
    ['a weak alias with words of the field', 'Leonardo will build missiles and fighter jets.', ['Leonardo=Q2']],
    ['a weak alias with one word of the field is not enough', 'Saab sells cars, not missiles.', []],
    ['a word of the field in front of it', 'Munitions Saab', ['Saab=Q13']],
    ['a word of the field behind it, in apposition', 'Saab, known for missiles, won.', ['Saab=Q13']],
    ['in brackets', 'Saab (missiles) won.', ['Saab=Q13']],
    ['a weak alias after the full name', ['BAE Systems is British.', 'BAE has 90,000 staff.'], ['BAE Systems=Q4', 'BAE=Q4']],
    ['a weak alias before the full name', ['BAE has 90,000 staff.', 'BAE Systems is British.'], ['BAE=Q4', 'BAE Systems=Q4']],
    ['a word that the alias asks for', 'Thales delivers the sonar.', ['Thales=Q3']],
    ['a word that the alias asks for, elsewhere', ['Thales delivers.', 'The sonar is new.'], ['Thales=Q3?']],
    ['a related entity', 'MBDA and Leonardo agreed.', ['MBDA=Q10', 'Leonardo=Q2']],
    ['the office in front', 'Defence Secretary Healey spoke.', ['Healey=Q8']],
    ['the office behind', 'Healey, the defence secretary, spoke.', ['Healey=Q8']],
    ['the wrong office', 'Prime Minister Healey spoke.', []],
    ['a bare surname alone is nothing', 'Fedorov scored twice.', []],
    ['a bare surname among missiles is still nothing', 'Fedorov likes missiles, munitions and air defence.', []],
    ['a surname after the full name', 'Mykhailo Fedorov came. Fedorov spoke.', ['Mykhailo Fedorov=Q9', 'Fedorov=Q9']],
    ['a given name of someone else', 'Boris Johnson came. Rachel Johnson did not.', ['Boris Johnson=Q5']],
    [
      'an unknown given name of someone else',
      'Boris Johnson came with his father, and later Stanleigh Johnson spoke.',
      ['Boris Johnson=Q5', 'Johnson=Q5?'],
    ],
    [
      'a given name that is also a surname',
      ['John Healey came.', 'Healey Smith did not; Peter Smith sang.'],
      ['John Healey=Q8', 'Healey=Q8'],
    ],
    ['a given name that is also a company', 'Rafael Behr asks about missiles, munitions and air defence.', []],
    ['a surname that is also a company', ['Oscar Saab asks about missiles and munitions.', 'Munitions Saab'], ['Saab=Q13']],
    ['a month', ['Theresa May spoke.', 'It was May 2022.', 'May left.'], ['Theresa May=Q17', 'May=Q17']],
    ['two bearers, decided by the full name', 'Boris Johnson came. Johnson spoke.', ['Boris Johnson=Q5', 'Johnson=Q5']],
    ['two bearers, decided by the office', 'Speaker Johnson spoke.', ['Johnson=Q6']],
    [
      'two bearers, not decided',
      'Boris Johnson met Mike Johnson. Johnson spoke.',
      ['Boris Johnson=Q5', 'Mike Johnson=Q6', 'Johnson=Q5?/Q6'],
    ],
    ['a strong surname', 'Zelensky said', ['Zelensky=Q7']],
    ['a strong surname behind a given name that is not his', 'Olena Zelensky said', []],
    ['a strong surname behind the initial of another', 'D. Zelensky sang', []],
    ['a strong surname behind his own initial', 'V. Zelensky spoke', ['Zelensky=Q7']],
    ['a strong surname, declined', 'Зустріч із Зеленським', ['Зеленським=Q7']],
    ['a surname of several words', 'Mrs von der Leyen', ['von der Leyen=Q15']],
    ['a surname of several words behind another given name', 'Peter von der Leyen', []],
    ['all capitals', 'BOEING AND RHEINMETALL', ['BOEING=Q11', 'RHEINMETALL=Q1']],
    ['acronyms letter for letter', 'The mod rocker and the MoD', ['MoD=Q12']],
    ['nothing', '', []],
    ['an unknown given name behind an office', 'The chief and Prime Minister Stanleigh Johnson spoke to the house.', []],
    ['a country behind an office', 'Про це сказав міністр оборони України Федоров.', ['Федоров=Q25']],
    ['an honorific is no given name', 'Boris Johnson came, and Mr Johnson spoke.', ['Boris Johnson=Q5', 'Johnson=Q5']],
    ['a given name behind a surname that stands in front', 'Prime Minister Li Keqiang spoke.', []],
    ['a surname that stands in front, alone', 'Prime Minister Li spoke.', ['Li=Q19']],
    ['an initial between', 'President Volodymyr O. Zelensky spoke.', ['Volodymyr O. Zelensky=Q7']],
    ['a form of another language', 'La vie est belle en Macronie pour les amis du palais.', []],
    ['a form of the language', 'To nie jest dobre, co się o Macronie mówi w Paryżu.', ['Macronie=Q18']],
    ['an English plural', 'All of the Macrons were there with their friends.', []],
    ['a German genitive', 'Das ist die Rede Macrons und nicht die des Kanzlers.', ['Macrons=Q18']],
    [
      'a quotation in another language',
      ['Die Rede Macrons ist nicht neu.', 'The house of the Macrons was sold by his friends.'],
      ['Macrons=Q18'],
    ],
    ['a given name in another case', ['Petr Pavel přijal hosty.', 'Setkání pana Pavla Nováka a hostů.'], ['Petr Pavel=Q20']],
    ['a strong surname that the page brings in for another', 'Oscar Waltz sings. Waltz is loved.', []],
    ['… and its bearer by office', 'Oscar Waltz sings. Speaker Waltz is loved.', ['Waltz=Q21']],
    ['… in a headline above him', ['Waltz wins', 'Oscar Waltz sang, the speaker wrote.'], []],
    ['… after both were named, the last', 'Michael Waltz came with Oscar Waltz. Waltz sang.', ['Michael Waltz=Q21']],
    ['… and back again', 'Oscar Waltz sang for Michael Waltz. Waltz clapped.', ['Michael Waltz=Q21', 'Waltz=Q21']],
    ['not with one whom everybody knows', 'Emmanuel Macron came with Oscar Macron. Macron sang.', ['Emmanuel Macron=Q18', 'Macron=Q18']],
    [
      'nor does a relative take his name',
      'Macron came to the MoD, and Oscar Macron. Macron sang.',
      ['Macron=Q18', 'MoD=Q12', 'Macron=Q18'],
    ],
    ['nor where nobody else is known', ['Macron scores', 'Oscar Macron headed it in. Macron wept.'], []],
    ['but a page about a namesake is not about him', 'Oscar Macron sang. Macron is loved.', []],
    ['a surname on a page about nothing of the kind', 'Waltz bakes cakes.', ['Waltz=Q21?']],
    ['Monsieur, not an initial', 'Le discours de M. Macron est dans la presse.', ['Macron=Q18']],
    ['an abbreviated street', 'He lives in ulica Macron, or ul. Macron.', []],
    ['a decoy of the firm on the page', ['Van Helsinger is a film.', 'Helsinger bites.'], []],
    ['… and its own evidence', ['Van Helsinger is a film.', 'Helsinger makes drones, missiles and munitions.'], ['Helsinger=Q30']],
    [
      '… or its whole name',
      ['Van Helsinger is a film.', 'Helsinger Systems sued. Helsinger lost.'],
      ['Helsinger Systems=Q30', 'Helsinger=Q30'],
    ],
    ['more accents than the name has', 'Hélsinger is a sword.', []],
    ['the office decides against a firm', 'Foreign Minister Sikorsky spoke of missiles and munitions.', ['Sikorsky=Q22']],
    ['no office, the firm', 'The Sikorsky line builds missiles and munitions.', ['Sikorsky=Q23']],
    ['the name of an account', 'BOEING_FAN_1 and @my_Boeing wrote about Rheinmetall_2.', []],
    ['a hashtag', '#Boeing', ['Boeing=Q11']],
    ['uk: office of a ministry', 'Про це главі МЗС Сибізі сказав глава МЗС Сибіга.', ['Сибізі=Q24', 'Сибіга=Q24']],
    ['uk: office, dative', 'Доповіли міністру оборони Федорову.', ['Федорову=Q25']],
    [
      'uk: office with either apostrophe',
      "Прем'єр-міністерка Свириденко і прем’єр-міністерка Свириденко.",
      ['Свириденко=Q26', 'Свириденко=Q26'],
    ],
    ['uk: office of an agency', 'Очільник ГУР Буданов розповів.', ['Буданов=Q27']],
    ['uk: a surname without an office', 'Федоров забив гол, а Буданов відбив.', []],
    ['uk: quotation marks', '«президент Зеленський»', ['Зеленський=Q7']],
    ['letters of two scripts', 'B\u043eeing and Зеленс\u006bий', []],
    ['a single line break within a name', 'BAE\nSystems', ['BAE\nSystems=Q4']],
    ['a blank line within a name, CRLF', 'BAE\r\n\r\nSystems', []],
    ['right to left', 'חברת \u200fBoeing\u200f ו-Rheinmetall', ['Boeing=Q11', 'Rheinmetall=Q1']],
    ['lone surrogates', '\ud83dBoeing\udc00', ['Boeing=Q11']],
    ['marks alone', '\u0301\u0301 \u0301', []],
  ])('%s', (_, text, expected) => {
    expect(show(read(text))).toEqual(expected);
  });

  test('says why', () => {
    const [, surname] = read(['Mykhailo Fedorov came.', 'Fedorov spoke.']);
    expect(surname?.why).toEqual({ alias: 'Fedorov', how: 'given', evidence: [{ type: 'full-name-on-page', alias: 'Mykhailo Fedorov' }] });
    const [declined] = read('Рейнметалом');
    expect(declined?.why).toEqual({ alias: 'Рейнметал', lang: 'uk', how: 'declined', evidence: [{ type: 'strong-alias' }] });
    const [officer] = read('Defence Secretary Healey spoke.');
    expect(officer?.why.evidence).toEqual([{ type: 'office', title: 'Defence Secretary', role: 'defence-minister' }]);
  });
});

describe("the reader's verdicts", () => {
  const verdict = (entity: string, says: Verdict['says'], surface?: string): Verdict => ({
    entity,
    says,
    scope: 'page',
    ...(surface ? { surface: foldText(surface) } : {}),
  });
  test.each<[string, string, Verdict[], string[]]>([
    ['not this', 'Boeing and Rheinmetall', [verdict('Q11', 'not-this')], ['Rheinmetall=Q1']],
    ['not this spelling', 'Zelensky and Zelenskyy', [verdict('Q7', 'not-this', 'ZELENSKY')], ['Zelenskyy=Q7']],
    ['yes, it is', 'Leonardo painted', [verdict('Q2', 'is-this', 'Leonardo')], ['Leonardo=Q2']],
    ['a denied full name is no evidence', 'Mykhailo Fedorov came. Fedorov spoke.', [verdict('Q9', 'not-this')], []],
  ])('%s', (_, text, verdicts, expected) => {
    expect(show(read(text, verdicts))).toEqual(expected);
  });
});

describe('much of it', () => {
  test.each([
    ['a hundred thousand names in one block', 'Boeing met Prime Minister Johnson. '.repeat(50_000), 50_000],
    ['a million letters without a space', 'Б'.repeat(1_000_000), 0],
    ['a million marks', '\u0301'.repeat(1_000_000), 0],
  ])('%s', (_, text, boeings) => {
    const started = performance.now();
    expect(read(text).filter((mention) => mention.entity === 'Q11')).toHaveLength(boeings);
    // A twentieth of this is usual; what grows with the square of the text takes minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('as bytes', () => {
  test('reads the same', () => {
    const again = gazetteerFromBytes(gazetteerToBytes(gazetteer));
    const text = 'BAE Systems, Defence Secretary Healey, Зеленського, Leonardo da Vinci';
    expect(findCandidates(again, text)).toEqual(findCandidates(gazetteer, text));
    expect(again.tables).toEqual(gazetteer.tables);
    expect([0, 6, 16, 99].map(again.entity)).toEqual([0, 6, 16, 99].map(gazetteer.entity));
    expect(again.size).toEqual(gazetteer.size);
  });
  test('unaligned bytes are fine', () => {
    const bytes = gazetteerToBytes(gazetteer);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(gazetteerFromBytes(shifted.subarray(1)).size).toEqual(gazetteer.size);
  });
  test.each<[string, (bytes: Uint8Array) => Uint8Array, RegExp]>([
    ['empty', () => new Uint8Array(0), /too few/],
    ['cut off', (bytes) => bytes.slice(0, -4), /expected \d+ bytes, got/],
    ['something else', (bytes) => bytes.fill(7, 0, 4), /something else/],
    ['another format', (bytes) => bytes.fill(9, 4, 8), /format \d+, this version reads/],
  ])('refuses: %s', (_, spoil, message) => {
    expect(() => gazetteerFromBytes(spoil(gazetteerToBytes(gazetteer)))).toThrow(message);
  });
});

describe('scripts without spaces', () => {
  const east = buildGazetteer([
    packOf([record('Q1', 'company', ['三菱重工業']), record('Q2', 'company', ['한화']), record('Q3', 'company', ['ボーイング'])]),
  ]);
  test.each([
    ['日本の三菱重工業は', ['三菱重工業']],
    ['한화는 계약', ['한화']],
    ['무한화는', []],
    ['米ボーイング社', ['ボーイング']],
    ['ボーイングス', []],
  ])('%s', (text, expected) => {
    const mentions = link(east, [{ id: 0, text, candidates: findCandidates(east, text) }], { verdicts: [] });
    expect(mentions.map((mention) => mention.surface)).toEqual(expected);
  });
});

/** Which of two defence secretaries of one surname is meant is said by the date of the page. */
describe('offices and the date of the page', () => {
  test.each<[law: string, text: string, date: string | undefined, expected: string[]]>([
    ['held then by the one', 'Defence Secretary Wallace spoke.', '2022-03-01', ['Wallace=Q28']],
    ['held then by the other, earlier by the one', 'Defence Secretary Wallace spoke.', '2026-01-10T08:00:00Z', ['Wallace=Q29']],
    ['in between, the one who had left', 'Defence Secretary Wallace spoke.', '2024-05-05', ['Wallace=Q28']],
    ['a nominee is called by the office', 'Defence Secretary Wallace spoke.', '2025-05-05', ['Wallace=Q28?/Q29']],
    ['before both, nobody', 'Defence Secretary Wallace spoke.', '2015-02-02', []],
    ['without a date it is not decided', 'Defence Secretary Wallace spoke.', undefined, ['Wallace=Q28?/Q29']],
    ['a full name needs no date', 'Ben Wallace spoke. Wallace left.', '2015-02-02', ['Ben Wallace=Q28', 'Wallace=Q28']],
  ])('%s', (_law, text, date, expected) => expect(show(read(text, [], { date }))).toEqual(expected));

  test('the evidence says whether the office was held at the time', () => {
    const evidence = (date: string) => read('Defence Secretary Wallace spoke.', [], { date })[0]?.why.evidence;
    expect(evidence('2022-03-01')).toEqual([{ type: 'office', title: 'Defence Secretary', role: 'defence-minister', held: 'at-the-time' }]);
    expect(evidence('2024-05-05')).toEqual([{ type: 'office', title: 'Defence Secretary', role: 'defence-minister', held: 'earlier' }]);
  });
});

describe('site and section', () => {
  const defence = { about: 'defence', where: '/defence/' } as const;
  const elsewhere = { about: 'elsewhere', where: '/sport/' } as const;
  test.each<[law: string, text: string, setting: LinkContext['setting'], expected: string[]]>([
    ['one word of the field is enough on a page about defence', 'Leonardo and its missile.', defence, ['Leonardo=Q2']],
    ['none is not', 'Leonardo opens an office.', defence, []],
    ['under sport more is asked for', 'Leonardo will build missiles and fighter jets.', elsewhere, []],
    ['strong names stand anywhere', 'Rheinmetall on the shirt', elsewhere, ['Rheinmetall=Q1']],
    ['a full name on the page decides there too', 'BAE Systems is a sponsor. BAE pays.', elsewhere, ['BAE Systems=Q4', 'BAE=Q4']],
    ['persons are not judged by it', 'Fedorov spoke.', defence, []],
  ])('%s', (_law, text, setting, expected) => expect(show(read(text, [], { setting }))).toEqual(expected));
});

describe('bylines and credits', () => {
  test.each<[law: string, text: string | string[], expected: string[]]>([
    ['a byline', ['By Mike Johnson', 'Cakes are back.'], ['Mike Johnson=Q6?']],
    ['with two names', ['By Ann Reporter and Mike Johnson'], ['Mike Johnson=Q6?']],
    ['in German', ['Von Mike Johnson', 'Kuchen.'], ['Mike Johnson=Q6?']],
    ['in Ukrainian', ['Автор: Андрій Сибіга'], ['Андрій Сибіга=Q24?']],
    ['a photo credit', ['The match. Photo: Mike Johnson'], ['Mike Johnson=Q6?']],
    ['a credit in brackets', ['The match (Photo by Mike Johnson/Agency)'], ['Mike Johnson=Q6?']],
    ['the surname of an author is nobody', ['By Mike Johnson', 'Cakes are back.', 'Johnson bakes.'], ['Mike Johnson=Q6?']],
    [
      'the official is on the page too',
      ['By Mike Johnson', 'I am glad. Speaker Mike Johnson said so.'],
      ['Mike Johnson=Q6', 'Mike Johnson=Q6'],
    ],
    ['a company in a credit is the company', ['Photo: Rheinmetall'], ['Rheinmetall=Q1']],
    ['"by" in a sentence', ['The law was passed by Mike Johnson and signed.'], ['Mike Johnson=Q6']],
    ['a caption', ['Mike Johnson speaks to reporters. Photo: Ann Example'], ['Mike Johnson=Q6']],
  ])('%s', (_law, text, expected) => expect(show(read(text))).toEqual(expected));
});
