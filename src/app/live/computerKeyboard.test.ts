import { beforeEach, expect, it } from 'vitest';
import { attachComputerKeyboard } from './computerKeyboard';

interface KeyInit {
  code: string;
  repeat?: boolean;
  shiftKey?: boolean;
  ctrlKey?: boolean;
}

/** The part of a page that is listened to: Node has no window. */
class Page extends EventTarget {
  readonly performance = performance;

  key(type: 'keydown' | 'keyup', init: KeyInit): Event {
    const plain = { repeat: false, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
    const event = Object.assign(new Event(type, { cancelable: true }), plain, init);
    this.dispatchEvent(event);
    return event;
  }
}

let page: Page;
let log: string[];
let octave: number;
let detach: () => void;

beforeEach(() => {
  Reflect.set(globalThis, 'Element', class {});
  page = new Page();
  log = [];
  octave = 0;
  detach = attachComputerKeyboard(page, () => octave, {
    down: (pitch) => log.push(`+${pitch}`),
    up: (pitch) => log.push(`-${pitch}`),
    shift: (octaves) => {
      octave += octaves;
    },
  });
  return () => void Reflect.deleteProperty(globalThis, 'Element');
});

it('plays two octaves from middle C, by where the keys lie', () => {
  for (const code of ['KeyA', 'KeyW', 'KeyS', 'KeyK', 'Semicolon', 'KeyB'])
    page.key('keydown', { code });
  page.key('keydown', { code: 'KeyJ', shiftKey: true });
  expect(log).toEqual(['+60', '+61', '+62', '+72', '+76', '+83']);
});

it('holds a key until it is let go, also where the shift has changed', () => {
  expect(page.key('keydown', { code: 'KeyA' }).defaultPrevented).toBe(true);
  page.key('keydown', { code: 'KeyA', repeat: true });
  page.key('keydown', { code: 'KeyX' });
  page.key('keydown', { code: 'KeyD' });
  page.key('keyup', { code: 'KeyA' });
  page.key('keydown', { code: 'KeyZ' });
  page.key('keydown', { code: 'KeyZ' });
  page.key('keyup', { code: 'KeyD' });
  page.key('keydown', { code: 'KeyA' });
  expect(log).toEqual(['+60', '+76', '-60', '-76', '+48']);
});

it('leaves shortcuts and other keys alone', () => {
  expect(page.key('keydown', { code: 'KeyZ', ctrlKey: true }).defaultPrevented).toBe(false);
  expect(page.key('keydown', { code: 'Space' }).defaultPrevented).toBe(false);
  expect([log, octave]).toEqual([[], 0]);
});

it('lets go of everything when the page loses the focus, and when it ends', () => {
  page.key('keydown', { code: 'KeyA' });
  page.dispatchEvent(new Event('blur'));
  page.key('keyup', { code: 'KeyA' });
  page.key('keydown', { code: 'KeyS' });
  detach();
  page.key('keydown', { code: 'KeyD' });
  expect(log).toEqual(['+60', '-60', '+62', '-62']);
});
