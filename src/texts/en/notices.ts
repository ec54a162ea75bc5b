/** What every notice shares; its sentence stands in the section of what it is about. */
export const notices = {
  name: 'Notices',
  dismiss: 'Dismiss',
  undo: 'Undo',
} as const;
