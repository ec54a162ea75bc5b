import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { packSong } from '../../music/packedSong';
import { PieceThumbnail } from './PieceThumbnail';

const song = packSong({
  title: '',
  ppq: 480,
  tempos: [],
  timeSignatures: [],
  keySignatures: [],
  tracks: [
    {
      name: '',
      channel: 0,
      program: 0,
      isDrum: false,
      notes: [{ tick: 0, duration: 480, pitch: 60, velocity: 80 }],
      pedal: [],
    },
  ],
});

function hasInk(canvas: HTMLCanvasElement): boolean {
  if (canvas.width === 0 || canvas.height === 0) return false;
  const ctx = canvas.getContext('2d');
  const data = ctx?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
  return data.some((value) => value > 0);
}

it('draws itself when it is scrolled into view, and not before', async () => {
  const { container } = await render(
    <div style={{ height: 100, overflow: 'auto' }}>
      <div style={{ height: 5000 }} />
      <div style={{ width: 120, height: 36, color: 'black' }}>
        <PieceThumbnail song={song} />
      </div>
    </div>,
  );
  const canvas = container.querySelector('canvas');
  if (!canvas) throw new Error('There is no canvas.');
  expect(canvas.getAttribute('aria-hidden')).toBe('true');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(hasInk(canvas)).toBe(false);
  canvas.scrollIntoView();
  // A busy machine draws few frames.
  await vi.waitFor(() => expect(hasInk(canvas)).toBe(true), 10_000);
});
