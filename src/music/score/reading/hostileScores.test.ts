import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { note, scoreOf } from '../testing/scoreXml';
import { readScore } from './readScore';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const reasonOf = (text: string): string => {
  const result = readScore(bytesOf(text));
  return result.ok ? 'read' : result.reason;
};

const BACKWARD = '<barline location="right"><repeat direction="backward" times="64"/></barline>';

describe('broken and hostile scores', () => {
  it('says in one sentence what is wrong', () => {
    const good = scoreOf([note('C5 4')]);
    expect(reasonOf(good)).toBe('read');
    expect(reasonOf(good.replace('<divisions>2</divisions>', ''))).toMatch(/divisions/);
    expect(reasonOf(good.replace('<divisions>2<', '<divisions>0<'))).toMatch(/lengths/);
    expect(reasonOf(scoreOf([note('C5 99999999')]))).toMatch(/lengths/);
    expect(reasonOf(scoreOf([note('C5 -4')]))).toMatch(/lengths/);
    expect(reasonOf(scoreOf([]))).toMatch(/no notes/);
    expect(reasonOf('<score-timewise><part-list/></score-timewise>')).toMatch(/score-timewise/);
    expect(reasonOf('<score-partwise/>')).toMatch(/no notes/);
    expect(reasonOf('<score-partwise>')).toMatch(/no notes/);
  });

  it('opens no entities, and no endless nesting', () => {
    const good = scoreOf([note('C5 4')]);
    const bomb = good.replace(
      '<score-partwise',
      '<!DOCTYPE score-partwise [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><score-partwise',
    );
    expect(reasonOf(bomb)).toMatch(/entities/);
    expect(reasonOf(`<score-partwise>${'<a>'.repeat(200_000)}`)).toMatch(/deeper/);
  });

  it('reads a file that breaks off up to there, and says so', () => {
    const whole = scoreOf([note('C5 4'), note('D5 4')]);
    const result = readScore(bytesOf(whole.slice(0, whole.indexOf('</part>') - 12)));
    expect(result.ok && result.repairs).toEqual([
      'The score breaks off; everything up to there was read.',
    ]);
  });

  it('does not play repeats for ever', () => {
    const endless = scoreOf(Array.from({ length: 500 }, () => note('C5 4') + BACKWARD));
    expect(reasonOf(endless)).toMatch(/longer than/);
  });

  it('survives every cut and every flipped byte', () => {
    const xml = readFileSync(new URL('../testing/small.musicxml', import.meta.url));
    for (let end = 0; end < xml.length; end += 37) readScore(xml.subarray(0, end));
    for (let at = 0; at < xml.length; at += 23) {
      const changed = Uint8Array.from(xml);
      changed[at] ^= 1 << (at % 8);
      const result = readScore(changed);
      if (!result.ok) expect(result.reason).toMatch(/\.$/);
      else
        for (const { tracks } of result.songs) {
          for (const { notes } of tracks) {
            for (const { tick, duration, pitch, velocity } of notes) {
              expect(Number.isInteger(tick) && tick >= 0).toBe(true);
              expect(Number.isInteger(duration) && duration >= 1).toBe(true);
              expect(Number.isInteger(pitch) && pitch >= 0 && pitch <= 127).toBe(true);
              expect(Number.isInteger(velocity) && velocity >= 1 && velocity <= 127).toBe(true);
            }
          }
        }
    }
  });
});
