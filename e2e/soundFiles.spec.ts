/** Sound files: the shown score as WAV and MP3, with progress and Cancel. */
import { expect, test } from './support/fixtures';
import { melodyFile } from './support/midiFiles';
import { addPieces } from './support/steps';

/** Samples of a WAV file of 16 bits in stereo, after its head. */
function wavSamples(bytes: Buffer): Int16Array {
  const at = bytes.indexOf('data') + 8;
  return Int16Array.from({ length: (bytes.length - at) / 2 }, (_, i) =>
    bytes.readInt16LE(at + 2 * i),
  );
}

test('a piece is saved as WAV, with its notes where they are written', async ({ app }) => {
  await app.open('cpu');
  await addPieces(app);
  await app.library.show('Up and down').click();
  const { name, bytes } = await app.stage.saveAudio('WAV');
  expect(name).toBe('Up and down.wav');
  expect(bytes.toString('latin1', 0, 4)).toBe('RIFF');
  expect(bytes.includes('made with Etude')).toBe(true);
  const samples = wavSamples(bytes);
  const loudest = (from: number, to: number): number =>
    samples
      .subarray(2 * Math.round(from * 44_100), 2 * Math.round(to * 44_100))
      .reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  expect(loudest(0, 0.03)).toBeGreaterThan(1000);
  expect(loudest(0, 60)).toBeLessThan(32_767);
  expect(samples.length / 2 / 44_100).toBeCloseTo(16.35, 2);
});

test('an MP3 can be cancelled, and made', async ({ app, browserName }) => {
  await app.open('cpu');
  await addPieces(app);
  await app.library.drop([melodyFile('Ten minutes', 60, 2400)]);
  await app.library.show('Ten minutes').click();
  await app.stage.startAudio('MP3');
  await app.stage.cancelAudio.click();
  await expect(app.stage.downloadAudio).toBeVisible();
  await app.library.show('Up and down').click();
  const { name, bytes } = await app.stage.saveAudio('MP3');
  expect(name).toBe('Up and down.mp3');
  expect(bytes.toString('latin1', 0, 3)).toBe('ID3');
  // The browser's decoder is not ours.
  const decoded = await app.page.evaluate(async (base64) => {
    const file = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const sound = await new OfflineAudioContext(2, 1, 44_100).decodeAudioData(file.buffer);
    const onset = sound.getChannelData(0).findIndex((x) => Math.abs(x) > 0.01);
    return { seconds: sound.duration, onset: onset / 44_100 };
  }, bytes.toString('base64'));
  // 64 eighth notes at 120 quarter notes a minute, and the damper's fall.
  expect(decoded.seconds).toBeCloseTo(16.35, 2);
  // Uncut, the encoder's and the decoder's delay is 0.025 s; Firefox leaves some of it.
  expect(decoded.onset).toBeLessThan(browserName === 'firefox' ? 0.012 : 0.005);
});
