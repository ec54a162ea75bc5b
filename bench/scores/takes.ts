/** Takes of the start model, in several meters, for checks outside of the browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composingModel } from '../../src/app/compose/composingModel';
import type { NamedSong } from '../../src/music/testSongs';
import { compose } from '../../src/worker/handlers/compose';
import type { ComposeOutput } from '../../src/worker/protocol';
import { readModel } from '../../src/worker/readModel';

const FILE = join(import.meta.dirname, '../../public/models/etude-start.etude');
const METERS = [
  [4, 4],
  [3, 4],
  [6, 8],
] as const;
const BARS = 16;
const TEMPO = { tick: 0, microsecondsPerQuarter: 600_000 };

/** @param count a third of them in each of three meters */
export async function startTakes(count: number): Promise<NamedSong[]> {
  const read = await readModel(readFileSync(FILE));
  if (!read.ok) throw new Error(read.reason);
  const model = composingModel(read.model.checkpoint, 'best');
  const songs: NamedSong[] = [];
  for (const [numerator, denominator] of METERS) {
    const timeSignature = { tick: 0, numerator, denominator };
    const { ppq, takes } = await finished(
      compose(
        {
          model,
          settings: {
            temperature: 1,
            rhythmTemperature: 1,
            topP: 0.95,
            length: BARS,
            seed: 1,
            takes: Math.ceil(count / METERS.length),
          },
          timeSignature,
          pieces: [],
        },
        { signal: new AbortController().signal },
      ),
    );
    takes.forEach(({ notes }, i) => {
      const track = { name: 'Piano', channel: 0, program: 0, isDrum: false, notes, pedal: [] };
      songs.push({
        name: `take-${numerator}-${denominator}-${i + 1}`,
        song: {
          title: `Take ${i + 1}`,
          ppq,
          tempos: [TEMPO],
          timeSignatures: [timeSignature],
          keySignatures: [],
          tracks: [track],
        },
      });
    });
  }
  return songs;
}

async function finished(
  steps: AsyncGenerator<unknown, ComposeOutput, void>,
): Promise<ComposeOutput> {
  for (;;) {
    const next = await steps.next();
    if (next.done) return next.value;
  }
}
