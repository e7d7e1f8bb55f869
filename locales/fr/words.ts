import type { Words } from '../ui.ts';
import { annotations } from './annotations.ts';
import { explorer } from './explorer.ts';
import { feedCodes } from './feed-codes.ts';
import { feeds } from './feeds.ts';
import { files } from './files.ts';
import { glance } from './glance.ts';
import { looks } from './looks.ts';
import { mine } from './mine.ts';
import { options } from './options.ts';
import { profile } from './profile.ts';
import { reader } from './reader.ts';
import { troubles } from './troubles.ts';
import { welcome } from './welcome.ts';

/** All that our own pages say. */
export const words: Words = {
  glance,
  reader,
  profile,
  options,
  looks,
  annotations,
  explorer,
  feeds,
  feedCodes,
  files,
  mine,
  welcome,
  troubles,
};
