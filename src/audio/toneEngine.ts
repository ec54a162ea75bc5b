/** What sound needs from the first press on, as one chunk: the page starts without it. */
export { AudioOutput } from './audioOutput';
export { Click } from './click';
export { HeardTime } from './heardTime';
export { Metronome } from './metronome';
export { MidiVoices } from './midiPorts/midiVoices';
export { loadPianoSamples, shippedPianoFolder } from './pianoSamples';
export { Sequencer } from './sequencer';
export { openTone } from './toneContext';
export { ToneVoices } from './toneVoices';
