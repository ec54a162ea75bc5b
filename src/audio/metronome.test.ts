import { expect, it } from 'vitest';
import { Metronome } from './metronome';

const beats = { start: 12, perBeat: 0.5, beatsPerBar: 3, countIn: 3 };

function start(audible: boolean): { metronome: Metronome; struck: string[] } {
  const struck: string[] = [];
  const metronome = new Metronome(beats, audible, (time, accent) => {
    struck.push(`${time}${accent ? '!' : ''}`);
  });
  return { metronome, struck };
}

it('counts a bar in and goes on, with an accent on every first beat', () => {
  const { metronome, struck } = start(true);
  for (let now = 10; now < 13.4; now += 0.05) metronome.advance(now, now + 0.2);
  expect(struck).toEqual(['10.5!', '11', '11.5', '12!', '12.5', '13', '13.5!']);
});

it('is silent after the count-in while it is switched off', () => {
  const { metronome, struck } = start(false);
  metronome.advance(10, 12.6);
  expect(struck).toEqual(['10.5!', '11', '11.5']);
  metronome.audible = true;
  metronome.advance(12.6, 13.1);
  expect(struck.slice(3)).toEqual(['13']);
});

it('leaves out what a stall of the page has made late', () => {
  const { metronome, struck } = start(true);
  metronome.advance(10, 10.2);
  metronome.advance(12.2, 12.6);
  expect(struck).toEqual(['12.5']);
});
