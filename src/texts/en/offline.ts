/** The app without a network, and its updates. */
export const offline = {
  newVersion: 'A new version of Etude is ready.',
  reload: 'Reload',
} as const;
