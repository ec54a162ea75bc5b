/** Key of single records. */
export const ONLY = 'last';
