import { expect, it } from 'vitest';
import { chance, chancesText, outcomeText, unseenText } from './curveText';

const epochsOf = (
  ...losses: number[]
): { epoch: number; trainingLoss: number; validationLoss: number; seconds: number }[] =>
  losses.map((validationLoss, i) => ({
    epoch: i + 1,
    trainingLoss: 3,
    validationLoss,
    seconds: 1,
  }));

it('gives chances in two figures', () => {
  expect(chance(Math.log(4))).toBe(4);
  expect(chance(Math.log(15.4))).toBe(15);
  expect(chance(7.47)).toBe(1800);
});

it('names the music that it speaks of', () => {
  expect(chancesText([], 7)).toBeUndefined();
  expect(chancesText(epochsOf(Math.log(20)), Math.log(400))).toBe(
    'It expects the right note of music it has not seen with a chance of 1 in 20, by note frequency alone 1 in 400.',
  );
  const [{ validationLoss: _, ...without }] = epochsOf(1);
  expect(chancesText([without], undefined)).toBe(
    'It expects the right note of the pieces it learns from with a chance of 1 in 20.',
  );
});

it('says where a run was best', () => {
  expect(outcomeText([])).toBeUndefined();
  expect(outcomeText(epochsOf(3, 2, 1))).toContain('still improving');
  expect(outcomeText(epochsOf(3, 1, 2, 2))).toBe(
    'It stopped improving on unseen music at epoch 2; that model was kept.',
  );
  expect(outcomeText(epochsOf(1, 2, 3, 4))).toContain('only got worse after epoch 1');
});

it('names the one piece that was held out, in little room', () => {
  expect(unseenText(undefined)).toBe('unseen music');
  expect(unseenText('Solace')).toBe('unseen: Solace');
  expect(unseenText('The Entertainer, a ragtime two-step')).toBe(
    'unseen: The Entertainer, a ragtime …',
  );
});
