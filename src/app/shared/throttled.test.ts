import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { throttled } from './throttled';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('runs once for all calls of an interval', () => {
  const task = vi.fn();
  const { call } = throttled(task, 100);
  for (let at = 0; at < 1000; at++) {
    call();
    vi.advanceTimersByTime(1);
  }
  expect(task).toHaveBeenCalledTimes(10);
  vi.advanceTimersByTime(1000);
  expect(task).toHaveBeenCalledTimes(10);
  call();
  vi.advanceTimersByTime(100);
  expect(task).toHaveBeenCalledTimes(11);
});

it('runs at once when asked to, and then not again', () => {
  const task = vi.fn();
  const { call, now } = throttled(task, 100);
  now();
  expect(task).not.toHaveBeenCalled();
  call();
  now();
  vi.advanceTimersByTime(1000);
  expect(task).toHaveBeenCalledTimes(1);
});
