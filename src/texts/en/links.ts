/** Takes in links. */
export const links = {
  name: 'Take from a link',
  came: '{title} came with the link.',
  untitled: 'A take',
  play: 'Play',
  playTake: 'Play the take',
  makeYourOwn: 'Make your own',
  close: 'Close',
  closeTake: 'Close the take',
  copy: 'Copy link',
  share: 'Share',
  settingsChosen: 'The settings of “{title}” are chosen. Train, then generate.',
  copied: 'The link to “{title}” is copied. It contains the whole take.',
  notCopied: 'The browser did not allow copying. Press “Copy link” again.',
  notShared: 'The browser did not allow sharing. Press “Share” again.',
  tooLong: '“{title}” is too long for a link. Send it as a file.',
  otherVersion:
    'This link was made by another version of Etude. Reload the page, then open it again.',
  unreadable: 'This link contains no take that Etude can read. It may have been cut off.',
} as const;
