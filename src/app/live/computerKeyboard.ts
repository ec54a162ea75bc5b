/** The computer's keyboard as a piano: two rows of keys, by where they lie and not what they write. */

export interface ComputerKeyboardHandlers {
  /** @param time milliseconds, as `performance.now()` */
  down(pitch: number, time: number): void;
  up(pitch: number, time: number): void;
  /** Shifts the keys by octaves. */
  shift(octaves: 1 | -1): void;
}

/** The key of middle C; the others follow by semitones, white ones in the middle row. */
const KEYS = [
  'KeyA',
  'KeyW',
  'KeyS',
  'KeyE',
  'KeyD',
  'KeyF',
  'KeyT',
  'KeyG',
  'KeyY',
  'KeyH',
  'KeyU',
  'KeyJ',
  'KeyK',
  'KeyO',
  'KeyL',
  'KeyP',
  'Semicolon',
  'Quote',
  'BracketRight',
  'Backslash',
];
const SHIFT_DOWN = 'KeyZ';
const SHIFT_UP = 'KeyX';
const MIDDLE_C = 60;
const OCTAVE = 12;

/** Fields that read letters. */
const readsLetters =
  'input:not([type="checkbox"], [type="radio"], [type="range"], [type="file"]), textarea, select, ' +
  '[contenteditable], [role="dialog"], [role="listbox"], [role="menu"]';

/** @returns the pitch without shift; undefined for a key that plays none. `event.code` is read. */
function pitchOf(code: string): number | undefined {
  const at = KEYS.indexOf(code);
  return at < 0 ? undefined : MIDDLE_C + at;
}

/**
 * Plays A W S E D F T G ... from middle C on; with Shift an octave higher, which makes two octaves
 * and more. Z and X shift all by an octave. Keys are let go when the page loses the focus.
 * @param octave reads the shift in octaves
 * @returns stops it, and lets go of what is held
 */
export function attachComputerKeyboard(
  page: Pick<Window, 'addEventListener' | 'removeEventListener' | 'performance'>,
  octave: () => number,
  handlers: ComputerKeyboardHandlers,
): () => void {
  /** The pitches that held keys play: the shift may have changed since. */
  const held = new Map<string, number>();

  const release = (code: string, time: number): void => {
    const pitch = held.get(code);
    if (pitch === undefined) return;
    held.delete(code);
    handlers.up(pitch, time);
  };
  const releaseAll = (): void => {
    for (const code of [...held.keys()]) release(code, page.performance.now());
  };
  const press = (event: KeyboardEvent): void => {
    const { code, target, timeStamp } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof Element && target.closest(readsLetters)) return;
    const plain = pitchOf(code);
    const isShift = code === SHIFT_DOWN || code === SHIFT_UP;
    if (plain === undefined && !isShift) return;
    // Quick search in Firefox, and shortcuts of the panels.
    event.preventDefault();
    if (event.repeat) return;
    if (plain === undefined) {
      handlers.shift(code === SHIFT_UP ? 1 : -1);
      return;
    }
    const pitch = plain + OCTAVE * (octave() + (event.shiftKey ? 1 : 0));
    if (pitch < 0 || pitch > 127 || held.has(code)) return;
    held.set(code, pitch);
    handlers.down(pitch, timeStamp);
  };
  const letGo = ({ code, timeStamp }: KeyboardEvent): void => release(code, timeStamp);

  page.addEventListener('keydown', press);
  page.addEventListener('keyup', letGo);
  page.addEventListener('blur', releaseAll);
  return () => {
    page.removeEventListener('keydown', press);
    page.removeEventListener('keyup', letGo);
    page.removeEventListener('blur', releaseAll);
    releaseAll();
  };
}
