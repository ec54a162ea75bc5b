/** Parts of the quality benchmark, each of which can be run alone. */
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Part } from './part';
import { chorales } from './partChorales';
import { few } from './partFew';
import { firstMusic } from './partFirstMusic';
import { heldOut } from './partHeldOut';
import { rates } from './partRates';
import { startOwn } from './partStartOwn';
import { library, startLibrary, takesOf } from './partTakes';
import { throughput } from './partThroughput';
import { hasStartFile } from './startFile';

export const parts: readonly Part[] = [
  chorales,
  heldOut('mutopia', 'mutopia-public-domain.zip'),
  heldOut('classical', 'classical-piano.zip', 10),
  few,
  takesOf('mutopia-public-domain.zip'),
  library,
  ...(hasStartFile
    ? [rates, takesOf('mutopia-public-domain.zip', undefined, 'alone'), startOwn, startLibrary]
    : []),
  throughput,
  firstMusic,
];

/** Parts for an archive from the command line. */
export function partsOf(archive: string): readonly Part[] {
  const [url, title] = [pathToFileURL(resolve(archive)).href, basename(archive)];
  return [heldOut('pieces', url, undefined, title), takesOf(url, title)];
}
