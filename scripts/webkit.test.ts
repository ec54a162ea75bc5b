import { describe, expect, it } from 'vitest';
import { findWebKit, type Surroundings } from './webkit';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
const BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

function around(onDisk: readonly string[], env: Surroundings['env'] = {}): Surroundings {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    exists: (path) => onDisk.includes(path),
    list: (folder) => (folder === '/usr/lib' ? ['python3', 'x86_64-linux-gnu'] : []),
  };
}

describe('the search for a WebKitGTK', () => {
  it('finds the driver in the PATH and the browser beside its library', () => {
    expect(findWebKit(around([DRIVER, SCREEN, BROWSER]))).toEqual({
      driver: DRIVER,
      browser: BROWSER,
      screen: SCREEN,
    });
  });

  it('knows the folders of distributions without one for each processor', () => {
    const browser = '/usr/libexec/webkit2gtk-4.1/MiniBrowser';
    expect(findWebKit(around([DRIVER, SCREEN, browser]))).toMatchObject({ browser });
  });

  it('takes the screen at hand where there is no Xvfb', () => {
    expect(findWebKit(around([DRIVER, BROWSER], { DISPLAY: ':0' }))).toEqual({
      driver: DRIVER,
      browser: BROWSER,
    });
  });

  it.each([
    ['driver', [SCREEN, BROWSER]],
    ['browser', [DRIVER, SCREEN]],
    ['screen', [DRIVER, BROWSER]],
  ])('finds none without a %s', (_, onDisk) => {
    expect(findWebKit(around(onDisk))).toBeUndefined();
  });
});
