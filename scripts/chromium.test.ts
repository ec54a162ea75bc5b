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

  it('takes the variables first, then what Playwright has, then the system', () => {
    expect(chromiumCandidates(around(named, everything))).toEqual(everything);
  });

  it('passes over what is named but not on disk', () => {
    const env = { CHROMIUM_PATH: '/gone', CHROME_PATH: '/mine/chrome' };
    expect(chromiumCandidates(around(env, ['/mine/chrome', '/usr/bin/chromium']))).toEqual([
      '/mine/chrome',
      '/usr/bin/chromium',
    ]);
  });

  it('names a path once, however often it is given', () => {
    const env = { CHROMIUM_PATH: '/usr/bin/chromium', CHROME_PATH: '' };
    expect(chromiumCandidates(around(env, ['/usr/bin/chromium']))).toEqual(['/usr/bin/chromium']);
  });

  it('is empty where there is none', () => {
    expect(chromiumCandidates(around(named, []))).toEqual([]);
  });
});

describe('the flags', () => {
  it('drop the sandbox as root and only as root', () => {
    expect(chromiumFlags.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  });

  it('leave audio to a click unless asked', () => {
    expect(chromiumFlags).not.toContain(autoplayFlag);
  });
});
