import { describe, expect, it } from 'vitest';
import { autoplayFlag, chromiumCandidates, chromiumFlags, type Surroundings } from './chromium';

function around(env: Surroundings['env'], onDisk: string[]): Surroundings {
  return { env, playwrightPath: '/own/chrome', exists: (path) => onDisk.includes(path) };
}

describe('the search for a Chromium', () => {
  const everything = [
    '/mine/chromium',
    '/mine/chrome',
    '/mine/other',
    '/own/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const named = {
    CHROMIUM_PATH: '/mine/chromium',
    CHROME_PATH: '/mine/chrome',
    PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH: '/mine/other',
  };

  it('tries the variables first, then Playwright, then the system', () => {
    expect(chromiumCandidates(around(named, everything))).toEqual(everything);
  });

  it('skips missing paths', () => {
    const env = { CHROMIUM_PATH: '/gone', CHROME_PATH: '/mine/chrome' };
    expect(chromiumCandidates(around(env, ['/mine/chrome', '/usr/bin/chromium']))).toEqual([
      '/mine/chrome',
      '/usr/bin/chromium',
    ]);
  });

  it('lists each path once', () => {
    const env = { CHROMIUM_PATH: '/usr/bin/chromium', CHROME_PATH: '' };
    expect(chromiumCandidates(around(env, ['/usr/bin/chromium']))).toEqual(['/usr/bin/chromium']);
  });

  it('is empty without a Chromium', () => {
    expect(chromiumCandidates(around(named, []))).toEqual([]);
  });
});

describe('the flags', () => {
  it('disable the sandbox as root only', () => {
    expect(chromiumFlags.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  });

  it('require a click for audio by default', () => {
    expect(chromiumFlags).not.toContain(autoplayFlag);
  });
});
