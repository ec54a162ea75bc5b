/** What playback needs from its first click on, as one chunk: the page starts without it. */
export { AudioOutput } from './audioOutput';
export { HeardTime } from './heardTime';
export { loadPianoSamples, shippedPianoFolder } from './pianoSamples';
export { Sequencer } from './sequencer';
export { openTone } from './toneContext';
export { ToneVoices } from './toneVoices';
