import { expect, it } from 'vitest';
import { errorMessage } from './errorMessage';

it('takes the message of an error without its name', () => {
  expect(errorMessage(new RangeError('Too long.'))).toBe('Too long.');
});

it('turns other thrown values into text', () => {
  expect(errorMessage('stopped')).toBe('stopped');
  expect(errorMessage(undefined)).toBe('undefined');
});
