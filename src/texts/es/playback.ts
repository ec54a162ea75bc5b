import type { Translated } from '../catalogue';
import type { playback as English } from '../en/playback';

export const playback: Translated<typeof English> = {};
