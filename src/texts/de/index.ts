/** The German texts, loaded when the language is chosen. */
import type { Catalogue } from '../catalogue';
import { compose } from './compose';
import { controls } from './controls';
import { engine } from './engine';
import { files } from './files';
import { header } from './header';
import { instruments } from './instruments';
import { keras } from './keras';
import { kit } from './kit';
import { library } from './library';
import { links } from './links';
import { live } from './live';
import { midi } from './midi';
import { models } from './models';
import { notices } from './notices';
import { offline } from './offline';
import { page } from './page';
import { playback } from './playback';
import { roll } from './roll';
import { run } from './run';
import { scores } from './scores';
import { stage } from './stage';
import { storage } from './storage';
import { styles } from './styles';
import { takes } from './takes';
import { training } from './training';
import { units } from './units';

export const german: Catalogue = {
  compose,
  controls,
  engine,
  files,
  header,
  instruments,
  keras,
  kit,
  library,
  links,
  live,
  midi,
  models,
  notices,
  offline,
  page,
  playback,
  roll,
  run,
  scores,
  stage,
  storage,
  styles,
  takes,
  training,
  units,
};
