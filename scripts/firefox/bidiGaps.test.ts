import { describe, expect, it } from 'vitest';
import { BidiGaps } from './bidiGaps';

const colors = {
  id: 7,
  method: 'emulation.setMediaFeaturesOverride',
  params: { features: { 'prefers-color-scheme': 'light' } },
};
const unknown = (id: number): string =>
  JSON.stringify({ type: 'error', id, error: 'unknown command', message: 'what?' });

describe('a command that this Firefox does not know', () => {
  it('is passed on, and has succeeded where Firefox does not know it', () => {
    const gaps = new BidiGaps();
    const sent = JSON.stringify(colors);
    expect(gaps.toFirefox(sent)).toBe(sent);
    expect(JSON.parse(gaps.toPlaywright(unknown(7)))).toEqual({
      type: 'success',
      id: 7,
      result: {},
    });
  });

  it('keeps the answer of a Firefox that knows it', () => {
    const gaps = new BidiGaps();
    gaps.toFirefox(JSON.stringify(colors));
    const answer = JSON.stringify({ type: 'error', id: 7, error: 'invalid argument' });
    expect(gaps.toPlaywright(answer)).toBe(answer);
  });

  it('stays an error where the tests need it', () => {
    const gaps = new BidiGaps();
    gaps.toFirefox(JSON.stringify(colors));
    gaps.toFirefox(JSON.stringify({ id: 8, method: 'script.evaluate', params: {} }));
    expect(gaps.toPlaywright(unknown(8))).toBe(unknown(8));
  });

  it('is not taken for one that a text names', () => {
    const gaps = new BidiGaps();
    gaps.toFirefox(
      JSON.stringify({ id: 9, method: 'script.evaluate', params: { expression: colors.method } }),
    );
    expect(gaps.toPlaywright(unknown(9))).toBe(unknown(9));
  });
});

describe('a download', () => {
  const event = (method: string, params: object): string =>
    JSON.stringify({ type: 'event', method, params });
  const named = (text: string): unknown => JSON.parse(text).params.download;
  const gaps = new BidiGaps();

  it.each(['browsingContext.downloadWillBegin', 'browsingContext.downloadEnd'])(
    'is named by its navigation or its address: %s',
    (method) => {
      const url = 'blob:http://localhost/1';
      expect(named(gaps.toPlaywright(event(method, { url, navigation: 'n' })))).toBe('n');
      expect(named(gaps.toPlaywright(event(method, { url, navigation: null })))).toBe(url);
    },
  );

  it('keeps the name that Firefox gives', () => {
    const text = event('browsingContext.downloadEnd', { url: 'u', navigation: 'n', download: 'd' });
    expect(named(gaps.toPlaywright(text))).toBe('d');
  });

  it('leaves other messages as they are', () => {
    const text = event('log.entryAdded', { text: 'browsingContext.downloadEnd "unknown command"' });
    expect(gaps.toPlaywright(text)).toBe(text);
  });
});
