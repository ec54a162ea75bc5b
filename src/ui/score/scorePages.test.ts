import { describe, expect, it } from 'vitest';
import { barAt, type EngravedPage, type PageSize, xInBar } from './engravedPage';
import { ScorePages } from './scorePages';

const SIZE: PageSize = { width: 600, height: 400, zoom: 1, paper: false };

/** Engraves 4 bars a page; notes which pages were asked for. */
function engraverOf(bars: number): { asked: number[]; page(from: number): Promise<EngravedPage> } {
  const asked: number[] = [];
  return {
    asked,
    page: async (from) => {
      asked.push(from);
      const count = Math.min(4, bars - from);
      return {
        // Never looked at here.
        drawing: Object.create(null),
        width: 600,
        height: 400,
        bars: Array.from({ length: count }, (_, i) => ({
          index: from + i,
          left: 150 * i,
          top: 100,
          width: 150,
          height: 80,
          stops: [],
        })),
      };
    },
  };
}

describe('the pages of a score', () => {
  it('are known one after the other, each from where the last one ended', async () => {
    const engraver = engraverOf(10);
    const pages = new ScorePages(engraver, 10, SIZE);
    expect(await pages.with(0)).toBeUndefined();
    await Promise.all([pages.next(), pages.next()]);
    expect([pages.known, pages.barsDone, pages.complete]).toEqual([2, 8, false]);
    expect(await pages.with(9)).toBeUndefined();
    await pages.next();
    expect((await pages.with(9))?.index).toBe(2);
    await pages.next();
    expect([pages.known, pages.complete, engraver.asked]).toEqual([3, true, [0, 4, 8]]);
  });

  it('are engraved again where their drawing was given up', async () => {
    const engraver = engraverOf(400);
    const pages = new ScorePages(engraver, 400, SIZE);
    while (!pages.complete) await pages.next();
    engraver.asked.length = 0;
    expect((await pages.with(399))?.page.bars.at(-1)?.index).toBe(399);
    expect(engraver.asked).toEqual([]);
    expect((await pages.with(5))?.page.bars[0].index).toBe(4);
    expect(engraver.asked).toEqual([4]);
  });

  it('go on after a page that failed', async () => {
    const engraver = engraverOf(8);
    let fails = true;
    const page = async (from: number): Promise<EngravedPage> => {
      if (fails) throw new Error('no page');
      return engraver.page(from);
    };
    const pages = new ScorePages({ page }, 8, SIZE);
    await expect(pages.next()).rejects.toThrow('no page');
    fails = false;
    await pages.next();
    expect(pages.barsDone).toBe(4);
  });
});

describe('a bar on its page', () => {
  const bar = {
    index: 3,
    left: 100,
    top: 50,
    width: 200,
    height: 80,
    stops: [
      { tick: 0, x: 120 },
      { tick: 480, x: 220 },
    ],
  };

  it('is found by a place within it', () => {
    expect(barAt([bar], 150, 60)).toBe(bar);
    expect(barAt([bar], 150, 40)).toBe(bar);
    expect(barAt([bar], 320, 60)).toBeUndefined();
    expect(barAt([bar], 150, 300)).toBeUndefined();
  });

  it('says where the playhead stands, between its notes and up to its end', () => {
    expect([0, 240, 480, 720, 960].map((tick) => xInBar(bar, tick, 960))).toEqual([
      120, 170, 220, 260, 300,
    ]);
    expect(xInBar({ ...bar, stops: [] }, 100, 960)).toBe(100);
  });
});
