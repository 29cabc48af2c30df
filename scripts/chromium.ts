// Finds the Chromium that the browser tests use: CHROMIUM_PATH, one on the path, or Playwright's.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// Chromium hears the last such list alone: the first ones are those that Playwright turns off.
const featuresTurnedOff = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  // Two hidden pages for the address bar of every window, which cost as much as the window itself.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

/** Arguments that keep a test browser quiet and offline, and let it run as root. */
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Every page that is opened would begin in a process for an empty page, and go on in another.
  '--disable-site-isolation-trials',
  `--disable-features=${featuresTurnedOff.join(',')}`,
];

export function findChromium(): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env['CHROMIUM_PATH'], ...onPath, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
}

/** How to launch that Chromium; Playwright says what to do when there is none. */
export function launchOptions(): LaunchOptions {
  const executablePath = findChromium();
  return { args: chromiumArguments, ...(executablePath && { executablePath }) };
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch(launchOptions());
}
