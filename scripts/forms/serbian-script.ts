/** Serbian is written in two scripts, letter for letter. */
const PAIRS: readonly (readonly [cyrillic: string, latin: string])[] =
  'љ=lj њ=nj џ=dž а=a б=b в=v г=g д=d ђ=đ е=e ж=ž з=z и=i ј=j к=k л=l м=m н=n о=o п=p р=r с=s т=t ћ=ć у=u ф=f х=h ц=c ч=č ш=š'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]);

const LATIN = new Map(PAIRS);
const CYRILLIC = new Map(PAIRS.map(([cyrillic, latin]) => [latin, cyrillic]));

function likeCase(model: string, text: string): string {
  return model === model.toLowerCase() ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

export function toSerbianLatin(text: string): string {
  return text.replace(/\p{Script=Cyrillic}/gu, (letter) => likeCase(letter, LATIN.get(letter.toLowerCase()) ?? letter));
}

export function toSerbianCyrillic(text: string): string {
  return text.replace(/lj|nj|dž|\p{Script=Latin}/giu, (letter) => likeCase(letter, CYRILLIC.get(letter.toLowerCase()) ?? letter));
}
