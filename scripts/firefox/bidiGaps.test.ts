import { beforeEach, describe, expect, it } from 'vitest';
import { BidiGaps } from './bidiGaps';

const colors = {
  id: 7,
  method: 'emulation.setMediaFeaturesOverride',
  params: { features: { 'prefers-color-scheme': 'dark' } },
};
const unknown = (id: number): string =>
  JSON.stringify({ type: 'error', id, error: 'unknown command', message: 'what?' });
const answer = (id: number, result: object): string =>
  JSON.stringify({ type: 'success', id, result });

let toFirefox: string[];
let toPlaywright: string[];
let gaps: BidiGaps;

beforeEach(() => {
  toFirefox = [];
  toPlaywright = [];
  gaps = new BidiGaps(
    (text) => toFirefox.push(text),
    (text) => toPlaywright.push(text),
  );
});

describe('the command for colours', () => {
  it('becomes a preference where Firefox does not know it, and then has succeeded', () => {
    const sent = JSON.stringify(colors);
    gaps.fromPlaywright(sent);
    expect(toFirefox).toEqual([sent]);
    gaps.fromFirefox(unknown(7));
    const tree = JSON.parse(toFirefox[1]);
    expect(tree).toMatchObject({
      method: 'browsingContext.getTree',
      params: { 'moz:scope': 'chrome' },
    });
    gaps.fromFirefox(answer(tree.id, { contexts: [{ context: 'window' }] }));
    const set = JSON.parse(toFirefox[2]);
    expect(set.method).toBe('script.evaluate');
    expect(set.params.target).toEqual({ context: 'window' });
    expect(set.params.expression).toContain("prefers-color-scheme.content-override', 0)");
    expect(toPlaywright).toEqual([]);
    gaps.fromFirefox(answer(set.id, {}));
    expect(toPlaywright.map((text) => JSON.parse(text))).toEqual([
      { type: 'success', id: 7, result: {} },
    ]);
  });

  it('has succeeded as well where preferences may not be set', () => {
    gaps.fromPlaywright(JSON.stringify(colors));
    gaps.fromFirefox(unknown(7));
    gaps.fromFirefox(unknown(JSON.parse(toFirefox[1]).id));
    expect(toPlaywright.map((text) => JSON.parse(text))).toEqual([
      { type: 'success', id: 7, result: {} },
    ]);
  });

  it('keeps the answer of a Firefox that knows it', () => {
    gaps.fromPlaywright(JSON.stringify(colors));
    const refusal = JSON.stringify({ type: 'error', id: 7, error: 'invalid argument' });
    gaps.fromFirefox(refusal);
    expect(toPlaywright).toEqual([refusal]);
  });
});

describe('another unknown command', () => {
  it('stays an error, also while the one for colours is under way', () => {
    gaps.fromPlaywright(JSON.stringify(colors));
    gaps.fromPlaywright(JSON.stringify({ id: 8, method: 'script.evaluate', params: {} }));
    gaps.fromFirefox(unknown(8));
    expect(toPlaywright).toEqual([unknown(8)]);
  });

  it('is not taken for one that a text names', () => {
    const params = { expression: colors.method };
    gaps.fromPlaywright(JSON.stringify({ id: 9, method: 'script.evaluate', params }));
    gaps.fromFirefox(unknown(9));
    expect(toPlaywright).toEqual([unknown(9)]);
  });
});

describe('a download', () => {
  const url = 'blob:http://localhost/1';
  const named = (method: string, params: object): unknown => {
    gaps.fromFirefox(JSON.stringify({ type: 'event', method, params }));
    return JSON.parse(toPlaywright.at(-1) ?? '').params.download;
  };

  it.each(['browsingContext.downloadWillBegin', 'browsingContext.downloadEnd'])(
    'is named by its navigation or its address: %s',
    (method) => {
      expect(named(method, { url, navigation: 'n' })).toBe('n');
      expect(named(method, { url, navigation: null })).toBe(url);
      expect(named(method, { url, navigation: 'n', download: 'd' })).toBe('d');
    },
  );

  it('leaves other messages as they are', () => {
    const text = JSON.stringify({
      type: 'event',
      method: 'log.entryAdded',
      params: { text: 'browsingContext.downloadEnd' },
    });
    gaps.fromFirefox(text);
    expect(toPlaywright).toEqual([text]);
  });
});
