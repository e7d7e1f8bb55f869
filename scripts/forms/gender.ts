import type { PersonName, Profile } from '../../core/profile.ts';

/** Men whose given name ends in -a, and women whose does not, as far as they hold office; both in Latin letters, folded. */
const MEN_IN_A = new Set(
  'luca nikola andrea joshua ezra elisha sasha mustafa musa isa yahya nikita ilya kolinda mikola mykola illia issa zakaria shigeru kyriakos garba hamza taha costa juha jukka pekka ilkka mika esa'
    .split(' ')
    .filter((name) => name !== 'kolinda'),
);
const WOMEN_NOT_IN_A = new Set(
  `margaret elizabeth elisabeth catherine katherine katherin kathryn susan jeanne kirsten deb debra marilyn tammy joni rosalie kristi janet
  nancy amy michelle lisa ingrid gretchen hillary hilary mary ann anne jane jill karen kim rachel sarah yvette yvonne diane elise beth jacky jackie
  chrissy mikie maggie mazie tulsi kimberly kaye kay maren astrid mette troels florence sylvie kajsa agnes ines nathalie christine claire kaja
  annalena alice ruth esther sigrid carmen pilar isabel mercedes raquel doris dovile sanae yoko trine tove ine kathy jennifer linda dame blaise gina
  phyllis bonnie kathleen carolyn lauren jen jeannette dina delphine dominique edith heidi iris judith madeleine marise miriam penny priti sharon shabana
  theresa therese ursula valerie wendy yvet ngozi kemi liz rosemary celeste lucille hanke elsie eileen joy april katie cathy julie stephanie nikki`
    .split(/\s+/)
    .filter((name) => name !== 'troels' && name !== 'kim'),
);

/** From the data where it says so; from a patronymic; else from the look of the given name. */
export function genderOf(profile: Profile): 'm' | 'f' {
  const names = Object.values(profile.names ?? {});
  const stated = names.find(({ gender }) => gender !== undefined)?.gender;
  if (stated !== undefined) return stated;
  const patronymic = names.find((name) => name.patronymic !== undefined)?.patronymic;
  if (patronymic !== undefined) return /(?:вна|чна)$/.test(patronymic) ? 'f' : 'm';
  return guess(names[0] ?? { given: profile.name.split(' ')[0] ?? '', family: '' });
}

function guess({ given = '' }: PersonName): 'm' | 'f' {
  const first = (given.split(/[\s-]/)[0] ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (WOMEN_NOT_IN_A.has(first)) return 'f';
  if (/^(?:микола|ілля|лука|хома|сава|кузьма|микита|никита|илья|фома|лука)$/.test(first)) return 'm';
  return /[aая]$/.test(first) && !MEN_IN_A.has(first) ? 'f' : 'm';
}
