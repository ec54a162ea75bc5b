/** A finger on the roll's keyboard, by real touches of the browser. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { PianoRoll } from './PianoRoll';

const notes = [60, 72].map((pitch, i) => ({ tick: 480 * i, duration: 480, pitch, velocity: 80 }));
const timeSignatures = [{ tick: 0, numerator: 4, denominator: 4 }];

const down = vi.fn<(pitch: number) => void>();
const up = vi.fn<(pitch: number) => void>();

/** Higher than the window, so that a finger could scroll it. */
function Page({ playable }: { playable: boolean }): React.ReactNode {
  return (
    <div style={{ height: 3000 }}>
      <div style={{ width: 400, height: 400 }}>
        <PianoRoll
          notes={notes}
          ppq={480}
          timeSignatures={timeSignatures}
          playheadTick={() => 0}
          playing={false}
          onSeek={() => {}}
          label="Take 1"
          onKeyDown={playable ? down : undefined}
          onKeyUp={playable ? up : undefined}
        />
      </div>
    </div>
  );
}

type TouchType = 'touchStart' | 'touchMove' | 'touchEnd';

beforeEach(() => {
  down.mockReset();
  up.mockReset();
});

afterEach(() => window.scrollTo(0, 0));

/** Drags a finger up the middle half of the roll, in steps. */
async function drag(x: number): Promise<void> {
  const roll = page.getByRole('slider', { name: /Take 1/ }).element();
  const box = roll.getBoundingClientRect();
  const [from, to] = [0.75 * box.height, 0.25 * box.height];
  // The test's page is a frame, which is drawn smaller.
  const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth);
  const scale = frame.width / innerWidth;
  const at = (y: number): { x: number; y: number }[] => [
    { x: frame.left + scale * (box.left + x), y: frame.top + scale * (box.top + y) },
  ];
  const send = (type: TouchType, touchPoints: { x: number; y: number }[]): Promise<unknown> =>
    cdp().send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', at(from));
  for (let i = 1; i <= 12; i++) await send('touchMove', at(from + ((to - from) * i) / 12));
  await send('touchEnd', []);
}

it('plays a glissando over the keys, and leaves the page where it is', async () => {
  await render(<Page playable={true} />);
  await drag(8);
  const pitches = down.mock.calls.map(([pitch]) => pitch);
  expect(pitches.length).toBeGreaterThan(5);
  expect(pitches).toEqual([...pitches].sort((a, b) => a - b));
  // Each key was let go, the last one with the finger.
  expect(up.mock.calls.map(([pitch]) => pitch)).toEqual(pitches);
  expect(window.scrollY).toBe(0);
});

it('scrolls the page beside the keys', async () => {
  await render(<Page playable={true} />);
  await drag(200);
  await expect.poll(() => window.scrollY).toBeGreaterThan(50);
  expect(down).not.toHaveBeenCalled();
});

it('scrolls the page where the keys cannot be played', async () => {
  await render(<Page playable={false} />);
  await drag(8);
  await expect.poll(() => window.scrollY).toBeGreaterThan(50);
});
