/** What the stage shows only when asked to: one chunk, loaded with the first of them. */

export { LiveStrip } from '../live/LiveStrip';
export { ScoreView } from '../score/ScoreView';
export { AudioFormats } from './AudioFormats';
export { LearnStrip } from './LearnStrip';
export { LinkedTake } from './LinkedTake';
export { PeekedRoll } from './PeekedRoll';
export { ShareTake } from './ShareTake';
