import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { BarRange } from '../../model/composing/contract';
import type { NoteOdds } from '../../model/take';
import type { Note } from '../../music/song';
import { PianoRoll } from './PianoRoll';
import { frameOf } from './rollController';
import { RollGeometry } from './rollGeometry';
import type { PianoRollProps } from './rollProps';
import { makeScene } from './rollScene';
import { firstView } from './rollView';

/** Milliseconds: a busy machine draws few frames. */
const PATIENCE = 10_000;
const ppq = 480;
const timeSignatures = [{ tick: 0, numerator: 4, denominator: 4 }];
const notes: Note[] = Array.from({ length: 32 }, (_, i) => ({
  tick: i * 240,
  duration: 240,
  pitch: 60 + ((i * 5) % 17),
  velocity: 80,
}));
const odds: NoteOdds[] = notes.map(({ pitch }, i) => ({
  probability: 0.3 / (i + 1),
  likeliest: Array.from({ length: 8 }, (_, k) => ({
    pitch: k === 1 ? pitch : 90 + k,
    probability: k === 1 ? 0.3 / (i + 1) : 0.4 / (k + 1),
  })),
}));

const onSeek = vi.fn<(tick: number) => void>();
let playhead = 0;

beforeEach(() => {
  onSeek.mockReset();
  playhead = 0;
});

afterEach(() => vi.restoreAllMocks());

function Roll(props: Partial<PianoRollProps>): React.ReactNode {
  return (
    <div style={{ width: 800, height: 400 }}>
      <PianoRoll
        notes={notes}
        ppq={ppq}
        timeSignatures={timeSignatures}
        playheadTick={() => playhead}
        playing={false}
        onSeek={onSeek}
        label="Take 1"
        {...props}
      />
    </div>
  );
}

const slider = (): ReturnType<typeof page.getByRole> =>
  page.getByRole('slider', { name: /Take 1/ });

/** How the roll on screen lies when it first shows `music`. */
function geometryOf(music: readonly Note[]): RollGeometry {
  const { clientWidth, clientHeight } = slider().element();
  const frame = frameOf(clientWidth, clientHeight);
  const { content } = makeScene({ notes: music, ppq, timeSignatures });
  return new RollGeometry(frame, firstView(frame, content));
}

/** The middle of a note, in pixels of the roll. */
function middleOf(note: Note): { x: number; y: number } {
  const geometry = geometryOf(notes);
  return {
    x: geometry.xOfTick(note.tick + note.duration / 2),
    y: geometry.yOfPitch(note.pitch) + geometry.view.rowHeight / 2,
  };
}

/** Canvas pixels that are not transparent. */
function inkOf(canvas: HTMLCanvasElement): number {
  const ctx = canvas.getContext('2d');
  const data = ctx?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let ink = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i] > 0) ink++;
  return ink;
}

describe('PianoRoll', () => {
  it('describes its content in its accessible name', async () => {
    await render(<Roll />);
    await expect.element(slider()).toHaveAccessibleName('Take 1: 32 notes, 4 bars, C4 to E5');
    await expect.element(slider()).toHaveAttribute('aria-valuetext', 'bar 1.1');
  });

  it('seeks to the tick under a click', async () => {
    await render(<Roll />);
    const x = Math.round(geometryOf(notes).xOfTick(3000));
    await slider().click({ position: { x, y: 200 } });
    expect(onSeek).toHaveBeenCalledOnce();
    expect(onSeek.mock.calls[0][0]).toBeCloseTo(geometryOf(notes).tickOfX(x), 0);
    // The ruler scrubs.
    await slider().click({ position: { x: 400, y: 10 } });
    expect(onSeek.mock.lastCall?.[0]).toBeCloseTo(geometryOf(notes).tickOfX(400), 0);
  });

  it('moves the view where it is dragged, and does not seek', async () => {
    const long = Array.from({ length: 400 }, (_, i) => ({ ...notes[i % 32], tick: i * 240 }));
    await render(<Roll notes={long} />);
    await userEvent.dragAndDrop(slider(), slider(), {
      sourcePosition: { x: 600, y: 200 },
      targetPosition: { x: 300, y: 200 },
    });
    expect(onSeek).not.toHaveBeenCalled();
    await slider().click({ position: { x: 400, y: 200 } });
    expect(onSeek.mock.calls[0][0]).toBeCloseTo(geometryOf(long).tickOfX(700), 0);
  });

  it('shows the odds of the note under the pointer, and hides them again', async () => {
    await render(<Roll odds={odds} />);
    await slider().hover({ position: middleOf(notes[4]) });
    const card = page.getByRole('tooltip');
    await expect.element(card).toHaveTextContent('E♭4');
    await expect.element(card).toHaveTextContent('bar 1.3');
    await expect.element(card).toHaveTextContent('Chosen at 6.0 %');
    const rows = card.getByRole('row');
    expect(rows.elements()).toHaveLength(8);
    expect(rows.elements().filter((row) => row.getAttribute('data-drawn') === 'true')).toHaveLength(
      1,
    );
    await slider().hover({ position: { x: 500, y: 330 } });
    await expect.element(card).not.toBeInTheDocument();
  });

  it('shows no odds for the notes of the prompt', async () => {
    await render(<Roll odds={odds.slice(8)} promptNotes={8} />);
    await slider().hover({ position: middleOf(notes[2]) });
    await expect.element(page.getByRole('tooltip')).toHaveTextContent('From the opening piece');
    await slider().hover({ position: middleOf(notes[9]) });
    await expect.element(page.getByRole('tooltip')).toHaveTextContent('Chosen at 3.0 %');
  });

  it('reads out the notes that the keyboard steps through', async () => {
    await render(<Roll odds={odds} />);
    slider().element().focus();
    await userEvent.keyboard('..');
    const said = 'F4, bar 1.1. Probability 15 %.';
    await expect.element(page.getByText(said, { exact: false })).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(onSeek).toHaveBeenLastCalledWith(240);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('tooltip')).not.toBeInTheDocument();
  });

  it('says which notes are marked: below, to screen readers, and beside the note', async () => {
    const marked = { from: 4, count: 3, text: 'also in Bethena, bar 12' };
    await render(<Roll odds={odds} marked={marked} />);
    await expect.element(page.getByText('also in Bethena, bar 12', { exact: true })).toBeVisible();
    await expect
      .element(slider())
      .toHaveAccessibleDescription(/^Marked from bar 1\.3 on: 3 notes, also in Bethena, bar 12\./);
    await slider().hover({ position: middleOf(notes[4]) });
    await expect.element(page.getByRole('tooltip')).toHaveTextContent('also in Bethena, bar 12');
    await slider().hover({ position: middleOf(notes[3]) });
    await expect.element(page.getByRole('tooltip')).not.toHaveTextContent('Bethena');
  });

  it('outlines the marked notes and no others', async () => {
    const screen = await render(<Roll marked={{ from: 4, count: 1, text: 'marked' }} />);
    const below = screen.container.querySelectorAll('canvas')[0];
    const colourAt = (note: Note): string => {
      const { x, y } = middleOf(note);
      const ratio = below.width / below.clientWidth;
      const top = Math.round((y - geometryOf(notes).view.rowHeight / 2) * ratio);
      const data = below.getContext('2d')?.getImageData(Math.round(x * ratio), top, 1, 1).data;
      return [...(data ?? [])].join();
    };
    await vi.waitFor(() => expect(colourAt(notes[4])).not.toBe(colourAt(notes[5])), PATIENCE);
    expect(colourAt(notes[3])).toBe(colourAt(notes[5]));
  });

  it('marks the bars that are dragged over with Shift, on the ruler and in the overview', async () => {
    const onMarkBars = vi.fn<(bars: BarRange | undefined) => void>();
    await render(<Roll onMarkBars={onMarkBars} />);
    const geometry = geometryOf(notes);
    const drag = (from: number, to: number, y: number, shiftKey: boolean): void => {
      const box = slider().element().getBoundingClientRect();
      const at = (type: string, x: number): void => {
        const options = { clientX: box.left + x, clientY: box.top + y, shiftKey, bubbles: true };
        slider()
          .element()
          .dispatchEvent(new PointerEvent(type, { ...options, pointerType: 'mouse' }));
      };
      at('pointerdown', from);
      at('pointermove', to);
      at('pointerup', to);
    };
    vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(() => {});
    drag(geometry.xOfTick(2000), geometry.xOfTick(4000), 10, true);
    expect(onMarkBars).toHaveBeenLastCalledWith({ from: 1, to: 3 });
    drag(geometry.xOfTick(4000), geometry.xOfTick(100), 10, true);
    expect(onMarkBars).toHaveBeenLastCalledWith({ from: 0, to: 3 });
    const bottom = slider().element().clientHeight - 5;
    drag(0.3 * 800, 0.9 * 800, bottom, true);
    expect(onMarkBars).toHaveBeenLastCalledWith({ from: 1, to: 4 });
    expect(onSeek).not.toHaveBeenCalled();
    const calls = onMarkBars.mock.calls.length;
    drag(200, 400, 10, false);
    expect(onMarkBars).toHaveBeenCalledTimes(calls);
    expect(onSeek).toHaveBeenCalled();
  });

  it('shows the marked bars as a band', async () => {
    const screen = await render(<Roll bars={{ from: 1, to: 2 }} />);
    const below = screen.container.querySelectorAll('canvas')[0];
    const ratio = (): number => below.width / below.clientWidth;
    const colourAt = (tick: number): string => {
      const x = Math.round(geometryOf(notes).xOfTick(tick) * ratio());
      const data = below.getContext('2d')?.getImageData(x, Math.round(30 * ratio()), 1, 1).data;
      return [...(data ?? [])].join();
    };
    await vi.waitFor(() => expect(colourAt(2500)).not.toBe(colourAt(500)), PATIENCE);
    expect(colourAt(4500)).toBe(colourAt(500));
    await screen.rerender(<Roll />);
    await vi.waitFor(() => expect(colourAt(2500)).toBe(colourAt(500)), PATIENCE);
  });

  it('highlights sounding notes, and describes the position of the playhead', async () => {
    const screen = await render(<Roll playing={false} />);
    const above = screen.container.querySelectorAll('canvas')[1];
    await vi.waitFor(() => expect(inkOf(above)).toBeGreaterThan(0), PATIENCE);
    const resting = inkOf(above);
    playhead = 2000;
    await screen.rerender(<Roll playing={true} />);
    await expect.element(slider()).toHaveAttribute('aria-valuetext', 'bar 2.1');
    await vi.waitFor(() => expect(inkOf(above)).toBeGreaterThan(resting + 1000), PATIENCE);
  });

  it('follows a playhead moved from outside while nothing plays', async () => {
    await render(<Roll />);
    playhead = 1920;
    await expect.element(slider()).toHaveAttribute('aria-valuetext', 'bar 2.1');
  });

  it('says what to do where there are no notes', async () => {
    await render(
      <Roll notes={[]}>
        <p>Drop a MIDI file</p>
      </Roll>,
    );
    await expect.element(page.getByText('Drop a MIDI file')).toBeVisible();
    await expect.element(slider()).toHaveAccessibleName('Take 1: No notes');
  });

  const form = {
    groups: [
      { letter: 'A', bar: 0, bars: 2 },
      { letter: "A'", bar: 2, bars: 2 },
    ],
    barTicks: 1920,
  };
  const varied = (): ReturnType<typeof page.getByRole> =>
    page.getByRole('button', { name: 'A varied, bars 3 to 4' });

  /** Distance of the letter from the tick where its bars begin, in pixels. */
  function displacement(geometry: RollGeometry): number {
    const { x } = varied().element().getBoundingClientRect();
    return x - slider().element().getBoundingClientRect().x - geometry.xOfTick(3840);
  }

  it('shows the form as letters over their bars, which it speaks', async () => {
    await render(<Roll form={form} />);
    await expect.element(page.getByText('Form: A, A varied')).toBeInTheDocument();
    await expect.element(varied()).toHaveTextContent('A′');
    await vi.waitFor(() => expect(displacement(geometryOf(notes))).toBeCloseTo(0, 0), PATIENCE);
    const before = varied().element().getBoundingClientRect().width;
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await vi.waitFor(() => {
      expect(varied().element().getBoundingClientRect().width).toBeGreaterThan(1.3 * before);
    }, PATIENCE);
  });

  it('marks the bars of a letter, goes there, and lets go of them', async () => {
    const screen = await render(<Roll form={form} />);
    await varied().click();
    await expect.element(varied()).toHaveAttribute('aria-pressed', 'true');
    expect(onSeek).toHaveBeenLastCalledWith(3840);
    const band = screen.container.querySelector('[style*="--from: 3840"]:not(button)');
    const { left, width } = band?.getBoundingClientRect() ?? { left: 0, width: 0 };
    const letter = varied().element().getBoundingClientRect();
    expect(left).toBeCloseTo(letter.x, 0);
    expect(width).toBeCloseTo(letter.width + 2, 0);
    await varied().click();
    await expect.element(varied()).toHaveAttribute('aria-pressed', 'false');
    expect(band?.isConnected).toBe(false);
  });

  it('highlights the letter that plays', async () => {
    const screen = await render(<Roll form={form} />);
    const first = page.getByRole('button', { name: 'A, bars 1 to 2' });
    await expect.element(first).toHaveAttribute('aria-current', 'true');
    playhead = 4000;
    await screen.rerender(<Roll form={form} playing={true} />);
    await expect.element(varied()).toHaveAttribute('aria-current', 'true');
    await expect.element(first).not.toHaveAttribute('aria-current');
  });

  it('shows no letters where nothing is known of the form', async () => {
    await render(<Roll />);
    await expect.element(page.getByRole('toolbar', { name: 'Form' })).not.toBeInTheDocument();
  });

  it('zooms by its buttons', async () => {
    await render(<Roll />);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    const x = Math.round(geometryOf(notes).notes.x + geometryOf(notes).notes.width * 0.75);
    await slider().click({ position: { x, y: 200 } });
    expect(onSeek.mock.calls[0][0]).toBeLessThan(geometryOf(notes).tickOfX(x) - 100);
  });
});
