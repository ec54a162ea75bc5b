import { expect, it } from 'vitest';
import { describeResumable } from './resumeText';

const run = { preset: 'seed', epoch: 4, epochs: 10 } as const;
const when = new Date(2026, 4, 3, 14, 5).getTime();

it('says how far a broken-off run came', () => {
  expect(describeResumable({ ...run, when }, 'Classic')).toMatch(
    /^Classic · 4 of 10 epochs · May 3, 2026, 2:05\sPM$/,
  );
});
