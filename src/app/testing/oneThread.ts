/** The app's worker on a machine with one processor. Imported first, so that it counts. */
Object.defineProperty(navigator, 'hardwareConcurrency', { value: 1 });
