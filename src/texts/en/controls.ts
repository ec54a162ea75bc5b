/** Fields of numbers (what they take, and what was used instead), dialogs, and lines to be copied. */
export const controls = {
  mustBeWhole: 'must be a whole number from {minimum} to {maximum}',
  mustBeNumber: 'must be a number from {minimum} to {maximum}',
  stillUsing: '{label} {must}. Still using {value}.',
  needsNumber: 'needs a number',
  goesUpTo: 'goes up to {maximum}',
  startsAt: 'starts at {minimum}',
  takesWhole: 'takes whole numbers',
  used: '{label} {why}: {value} is used.',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying. The lines are selected: copy them like any text.',
} as const;
