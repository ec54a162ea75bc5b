/** A card of a small start model, for tests. */
import { START_ROOT, type StartCard } from '../../training/modelFile/startCard';

export function testCard(change: Partial<StartCard> = {}): StartCard {
  const file = { bytes: 4, sha256: '0'.repeat(64) };
  const part = { composers: 2, pieces: 3, notes: 900 };
  return {
    format: START_ROOT,
    version: 1,
    made: '2026-11-26T12:00:00.000Z',
    command: 'npm run pretrain',
    preset: 'form-medium',
    model: { ...file, name: 'etude-start.etude' },
    runs: { ...file, name: 'etude-start.runs' },
    taught: {
      pieces: 2608,
      notes: 3_400_000,
      composers: [
        { name: 'Chopin, Frédéric', pieces: 190, notes: 460_000 },
        { name: 'Bach, Johann Sebastian', pieces: 175, notes: 180_000 },
      ],
      sources: [
        { title: 'OpenScore Lieder Corpus', licences: ['CC0 1.0'], pieces: 1300, notes: 1_500_000 },
      ],
    },
    copiesLeftOut: 6,
    training: { epochs: 3, bestEpoch: 3, seconds: 1200 },
    validation: { ...part, natsPerNote: 2.5 },
    heldOut: {
      ...part,
      columns: [{ name: 'pitch', nats: 1.5, notes: 900 }],
      natsPerNote: 2.4,
      sharedRuns: { notes: 400, median: 0, usual: 14, most: 30 },
    },
    licence: 'CC BY 4.0.',
    credits: ['Mutopia Project, CC BY 4.0: Somebody'],
    ...change,
  };
}
