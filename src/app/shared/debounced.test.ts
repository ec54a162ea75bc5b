import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { debounced } from './debounced';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const task = vi.fn(() => Promise.resolve());
const patience = { quiet: 300, longest: 2000 };

beforeEach(() => task.mockClear());

it('waits until calls have stopped', async () => {
  const later = debounced(task, patience);
  later.call();
  await vi.advanceTimersByTimeAsync(200);
  later.call();
  await vi.advanceTimersByTimeAsync(299);
  expect(task).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(task).toHaveBeenCalledTimes(1);
});

it('does not wait longer than the limit', async () => {
  const later = debounced(task, patience);
  // As a long import changes the list.
  for (let at = 0; at < 10_000; at += 120) {
    later.call();
    await vi.advanceTimersByTimeAsync(120);
  }
  expect(task.mock.calls.length).toBeGreaterThanOrEqual(4);
  expect(task.mock.calls.length).toBeLessThanOrEqual(6);
});

it('runs at once when asked to, and then not again', async () => {
  const later = debounced(task, patience);
  later.now();
  later.call();
  later.now();
  await vi.advanceTimersByTimeAsync(5000);
  expect(task).toHaveBeenCalledTimes(1);
});

it('waits for the run in flight', async () => {
  let running = 0;
  let most = 0;
  const slow = debounced(async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    running--;
  }, patience);
  for (let at = 0; at < 10_000; at += 400) {
    slow.call();
    await vi.advanceTimersByTimeAsync(400);
  }
  expect(most).toBe(1);
});

it('does not wait for the run in flight when asked to run at once', async () => {
  let started = 0;
  const slow = debounced(async () => {
    started++;
    await new Promise((resolve) => setTimeout(resolve, 5000));
  }, patience);
  slow.call();
  await vi.advanceTimersByTimeAsync(300);
  expect(started).toBe(1);
  // The change of the very moment in which a page is left.
  slow.call();
  slow.now();
  expect(started).toBe(2);
  // A run that was due already, and waits for the two.
  slow.call();
  await vi.advanceTimersByTimeAsync(300);
  expect(started).toBe(2);
  slow.now();
  expect(started).toBe(3);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(started).toBe(3);
});
