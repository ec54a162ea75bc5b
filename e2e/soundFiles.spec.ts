/** Sound files: the shown score as WAV and MP3, with progress and Cancel. */
import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from './support/fixtures';
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
  expect(loudest(0, 0.1)).toBeGreaterThan(1000);
  expect(loudest(0, 60)).toBeLessThan(32_767);
});

test('an MP3 can be cancelled, and made', async ({ app }) => {
  await app.open('cpu');
  await addPieces(app);
  await app.library.show('Up and down').click();
  await app.stage.startAudio('MP3');
  await app.stage.cancelAudio.click();
  await expect(app.stage.downloadAudio).toBeVisible();
  const { name, bytes } = await app.stage.saveAudio('MP3');
  expect(name).toBe('Up and down.mp3');
  expect(bytes.toString('latin1', 0, 3)).toBe('ID3');
  if (spawnSync('ffprobe', ['-version']).status !== 0) {
    console.log('The MP3 was not decoded: there is no ffprobe here.');
    return;
  }
  const seconds = execFileSync(
    'ffprobe',
    ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', '-'],
    { input: bytes },
  );
  expect(Number(seconds)).toBeGreaterThan(1);
});
