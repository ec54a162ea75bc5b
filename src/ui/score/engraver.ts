/** Engraves pages of a MusicXML document with OpenSheetMusicDisplay, each from the bar it begins with. */
import type { GraphicalMeasure, MusicSystem, OpenSheetMusicDisplay } from 'opensheetmusicdisplay';
import type { WrittenScore } from '../../app/shared/scoreText';
import { type Score, WHOLE } from '../../music/score/score';
import { cutScore } from './cutScore';
import type { EngravedBar, EngravedPage, PageSize } from './engravedPage';
import { tiedHeads, tieTo } from './incomingTies';

/** Pixels of the library's unit, the distance of two staff lines, at zoom 1. */
const UNIT = 10;

/** Height that a system may need, in units. */
const SYSTEM_MARGIN = 8;
const SYSTEM_PER_STAFF = 16;

/** Bars that are laid out for the first page. */
const FIRST_GUESS = 24;

export class Engraver {
  readonly #display: OpenSheetMusicDisplay;
  readonly #host: HTMLElement;
  readonly #whole: Document;
  readonly #score: Score;
  readonly #staves: number;
  #guess = FIRST_GUESS;

  /**
   * @param host where the pages are laid out, unseen; its width becomes that of the page
   * @throws where the library cannot be loaded
   */
  static async load(written: WrittenScore, host: HTMLElement): Promise<Engraver> {
    const { OpenSheetMusicDisplay } = await import('opensheetmusicdisplay');
    const display = new OpenSheetMusicDisplay(host, {
      autoResize: false,
      backend: 'svg',
      disableCursor: true,
      drawSubtitle: false,
      drawPartAbbreviations: false,
      drawMeasureNumbersOnlyAtSystemStart: true,
      drawUpToPageNumber: 1,
      setWantedStemDirectionByXml: true,
      // Each bar keeps its place: the playhead goes through all of them.
      autoGenerateMultipleRestMeasuresFromRestMeasures: false,
    });
    display.setLogLevel('silent');
    return new Engraver(display, host, written);
  }

  private constructor(
    display: OpenSheetMusicDisplay,
    host: HTMLElement,
    { text, score }: WrittenScore,
  ) {
    this.#display = display;
    this.#host = host;
    this.#whole = new DOMParser().parseFromString(text, 'application/xml');
    this.#score = score;
    this.#staves = score.parts.reduce((sum, { staves }) => sum + staves.length, 0);
  }

  /** The page that begins with bar `from`, counted from 0: as many bars as it holds. */
  async page(from: number, size: PageSize): Promise<EngravedPage> {
    const display = this.#display;
    this.#host.style.width = `${size.width}px`;
    // The library warns of pages that hold no system.
    const units = SYSTEM_MARGIN + SYSTEM_PER_STAFF * this.#staves;
    display.setCustomPageFormat(size.width, Math.max(size.height, units * UNIT * size.zoom));
    display.setOptions({
      drawTitle: size.paper && from === 0,
      drawComposer: size.paper && from === 0,
      drawPartNames: from === 0 && (size.paper || this.#score.parts.length > 1),
    });
    const bars = this.#score.bars.length;
    const rules = display.EngravingRules;
    rules.PageTopMargin = size.paper ? 6 : 4;
    rules.PageBottomMargin = size.paper ? 6 : 2;
    rules.PageLeftMargin = size.paper ? 6 : 2;
    rules.PageRightMargin = size.paper ? 6 : 2;
    for (;;) {
      const to = Math.min(bars, from + this.#guess);
      await display.load(cutScore(this.#whole, from, to));
      // Loading resets it.
      display.zoom = size.zoom;
      display.render();
      const page = this.#read(from, size);
      const after = (page.bars.at(-1)?.index ?? from) + 1;
      // A page that ends with the bars at hand may have room for more.
      if (after < to || to === bars) {
        this.#guess = Math.ceil((after - from) * 1.5) + 2;
        return page;
      }
      this.#guess *= 2;
    }
  }

  #read(from: number, { width, height, zoom, paper }: PageSize): EngravedPage {
    const systems = this.#display.GraphicSheet.MusicPages[0].MusicSystems;
    const bars = systems.flatMap((system) => barsOf(system, from, UNIT * zoom));
    const layout = this.#host.querySelector('svg');
    if (!layout || bars.length === 0) throw new Error('The page is empty.');
    const first = systems[0].GraphicalMeasures.find((staves) => isBar(staves));
    if (from > 0 && first) layout.append(...tiedHeads(this.#score, from, first).map(tieTo));
    // The library empties its own element before the next page.
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const last = systems[systems.length - 1].PositionAndShape;
    const bottom = (last.AbsolutePosition.y + last.BorderBottom) * UNIT * zoom;
    // One system too high for the page: the page grows.
    const needed = Math.max(height, Math.ceil(bottom));
    // On the screen, systems stand in the middle of what they leave empty.
    const down = paper ? 0 : Math.floor((needed - bottom) / 2);
    for (const bar of bars) bar.top += down;
    drawing.append(...layout.childNodes);
    drawing.setAttribute('viewBox', `0 ${-down / zoom} ${width / zoom} ${needed / zoom}`);
    drawing.setAttribute('width', String(width));
    drawing.setAttribute('height', String(needed));
    return { drawing, bars, width, height: needed };
  }
}

function barsOf(system: MusicSystem, from: number, scale: number): EngravedBar[] {
  const { StaffLines: lines } = system;
  const top = lines[0].PositionAndShape.AbsolutePosition.y;
  const last = lines[lines.length - 1];
  const bottom = last.PositionAndShape.AbsolutePosition.y + last.StaffHeight;
  return system.GraphicalMeasures.flatMap((staves): EngravedBar[] => {
    if (!isBar(staves)) return [];
    const [first] = staves;
    return [
      {
        index: from + first.parentSourceMeasure.measureListIndex,
        left: first.PositionAndShape.AbsolutePosition.x * scale,
        top: top * scale,
        width: first.PositionAndShape.Size.width * scale,
        height: (bottom - top) * scale,
        stops: stopsOf(staves, scale),
      },
    ];
  });
}

/** Others hold a change of key or time at the end of a system. */
function isBar([first]: readonly GraphicalMeasure[]): boolean {
  return first !== undefined && !first.IsExtraGraphicalMeasure;
}

function stopsOf(staves: readonly GraphicalMeasure[], scale: number): EngravedBar['stops'] {
  const at = new Map<number, number>();
  for (const { relInMeasureTimestamp, PositionAndShape } of staves.flatMap(
    ({ staffEntries }) => staffEntries,
  )) {
    const tick = Math.round(relInMeasureTimestamp.RealValue * WHOLE);
    const x = PositionAndShape.AbsolutePosition.x * scale;
    at.set(tick, Math.min(x, at.get(tick) ?? x));
  }
  return [...at].map(([tick, x]) => ({ tick, x })).sort((a, b) => a.tick - b.tick);
}
