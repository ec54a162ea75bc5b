/** Key of what there is one of. */
export const ONLY = 'last';
