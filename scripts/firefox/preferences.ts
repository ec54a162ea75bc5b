/** Preferences of Firefox in tests; Playwright and Firefox's own remote control add theirs. */

/** WebGL 2 in software, as Chromium has it on SwiftShader. */
const softwareWebgl = {
  'webgl.force-enabled': true,
  'webgl.disable-fail-if-major-performance-caveat': true,
};

/** Audio that keeps its time on a machine without a device. */
const silentAudio = { 'media.cubeb.force_mock_context': true };

/** A proxy at a port where nobody listens for all that is not on this machine: no request leaves it. */
const offline = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
};

/** No update, study, report or look at a captive portal, which would fail and fill the log. */
const quiet = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'dom.push.connection.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'services.settings.server': 'data:,#none',
  'toolkit.telemetry.server': 'data:,',
  'toolkit.telemetry.unified': false,
};

/**
 * Playwright's search by role and name reads `ariaLabelledByElements`, at which pages of Firefox 153
 * crash. Without it, it reads the attribute, as it does in earlier versions. Etude uses neither.
 */
const noReflection = { 'accessibility.ARIAElementReflection.enabled': false };

export const firefoxPreferences: Readonly<Record<string, string | number | boolean>> = {
  ...softwareWebgl,
  ...silentAudio,
  ...offline,
  ...quiet,
  ...noReflection,
  // The system's theme, which a machine without a desktop has none of.
  'ui.systemUsesDarkTheme': 0,
};
