import { expect, test } from 'vitest';
import { languageOf } from '../../core/language.ts';

const EN =
  'The ministry signed a contract for ground stations on Tuesday, and two officials said that the price was below what they had asked for.';
const DE =
  'Das Ministerium hat am Dienstag einen Vertrag für die Bodenstationen unterzeichnet, und zwei Beamte sagten, dass der Preis nicht zu hoch ist.';
const DA =
  'Ministeriet har underskrevet en kontrakt på nye stationer, og det er ikke første gang, at de har købt af et firma fra udlandet.';

test.each([
  ['what the page says, if the text agrees', EN, 'en-GB', 'en-GB'],
  ['a template that says English', DE, 'en-US', 'de'],
  ['a page that says nothing', DE, undefined, 'de'],
  ['a page that says it of another script', EN, 'ja', 'en'],
  ['neighbours are told by the page', DA, 'no', 'no'],
  ['Bokmål is Norwegian', DA, 'nb', 'nb'],
  ['a language whose words are not listed', 'Ráðuneytið undirritaði samning um nýjar stöðvar í gær.', 'is', 'is'],
  ['too few words', 'Ja, hallo.', undefined, undefined],
  ['too few words against what the page says', 'Ja, hallo.', 'sv', 'sv'],
  ['nothing', '', undefined, undefined],
  [
    'Spanish',
    'El ministerio firmó el martes un contrato para las estaciones y dos funcionarios dijeron que el precio es más bajo.',
    undefined,
    'es',
  ],
  [
    'Polish',
    'Ministerstwo podpisało we wtorek umowę na stacje, a urzędnicy powiedzieli, że cena nie jest wysoka i że to już druga taka umowa.',
    'en',
    'pl',
  ],
  ['Ukrainian', 'Міністерство підписало у вівторок угоду про наземні станції, її ціна нижча, ніж очікували.', 'ru', 'uk'],
  ['Russian', 'Министерство подписало во вторник договор о наземных станциях, цена которых ниже ожидаемой.', 'uk', 'ru'],
  ['Japanese among Han', '防衛省は火曜日に地上局の契約を締結したと発表した。価格は予算を下回った。', 'zh', 'ja'],
  ['Chinese', '国防部星期二签署了地面站合同，价格低于议会批准的预算金额。', 'en', 'zh'],
  ['Korean', '국방부는 화요일 지상국 계약을 체결했다고 밝혔다. 가격은 예산보다 낮았다.', undefined, 'ko'],
  ['Hindi', 'मंत्रालय ने मंगलवार को एक अनुबंध पर हस्ताक्षर किए और दो अधिकारियों ने कहा', 'en', 'hi'],
  ['Marathi, if the page says so', 'मंत्रालयाने मंगळवारी करारावर स्वाक्षरी केली आणि दोन अधिकाऱ्यांनी सांगितले', 'mr', 'mr'],
])('%s', (_what, text, stated, wanted) => expect(languageOf(text, stated)).toBe(wanted));
