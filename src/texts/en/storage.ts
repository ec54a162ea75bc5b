/** What is kept between visits, and what could not be. */
export const storage = {
  refused: 'This browser stores nothing for Etude here: a private window, perhaps.',
  full: 'The space that this browser gives to Etude is full.',
  replaced: 'What was stored of this run was discarded or replaced, perhaps in another tab.',
  newer:
    'A newer version of Etude keeps its things here; close other tabs and load this page again.',
  failed: 'This browser could not store anything.',
  damagedPieces:
    '{count, plural, one{One of your pieces is} other{# of your pieces are}} damaged in this browser’s storage and could not be opened.',
  damagedTakes:
    '{count, plural, one{One of your takes is} other{# of your takes are}} damaged in this browser’s storage and could not be opened.',
  damagedSettings: 'Your settings are damaged in this browser’s storage; the defaults are used.',
  damagedRun: 'What was stored of your last model is damaged.',
  allWillBeGone: 'Pieces and takes will be gone when this page is closed.',
  modelWillBeLost: 'Training goes on, but the model is lost when this page is closed.',
  saveToFile: 'Save to a file',
  fileReady: '“{name}” is ready.',
  expires:
    'This browser may delete all that is kept here after a week without a visit. Save what you want to keep, or add Etude to the Home Screen or the Dock.',
} as const;
