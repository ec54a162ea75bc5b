import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firefoxCandidates, firefoxVersion } from './findFirefox';

describe('the search for a Firefox', () => {
  const onDisk = ['/mine/firefox', '/usr/bin/firefox', '/usr/bin/firefox-esr'];
  const exists = (path: string): boolean => onDisk.includes(path);

  it('tries the variable first, then the system', () => {
    expect(firefoxCandidates({ env: { FIREFOX_PATH: '/mine/firefox' }, exists })).toEqual([
      '/mine/firefox',
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
    ]);
  });

  it('skips missing paths, and lists each once', () => {
    expect(firefoxCandidates({ env: { FIREFOX_PATH: '/gone' }, exists })).not.toContain('/gone');
    expect(firefoxCandidates({ env: { FIREFOX_PATH: '/usr/bin/firefox' }, exists })).toEqual([
      '/usr/bin/firefox',
      '/usr/bin/firefox-esr',
    ]);
  });

  it('is empty without a Firefox', () => {
    expect(firefoxCandidates({ env: {}, exists: () => false })).toEqual([]);
  });
});

describe('the version', () => {
  let folder = '';
  const program = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'etude-firefox-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is what the program says', () => {
    expect(firefoxVersion(program('good', 'echo Mozilla Firefox 153.7.0esr'))).toBe(
      'Mozilla Firefox 153.7.0esr',
    );
  });

  it('is none where the program does not start', () => {
    expect(firefoxVersion(program('snap', 'echo please install the snap >&2; exit 1'))).toBe(
      undefined,
    );
    expect(firefoxVersion(join(folder, 'none'))).toBe(undefined);
  });
});
