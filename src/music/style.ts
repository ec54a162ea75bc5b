/**
 * Styles that a network can be told: periods, a composer and kinds of music. The order is published
 * with every model; a person's own pieces have none.
 */
export const STYLES = [
  'baroque',
  'classical',
  'romantic',
  'chopin',
  'dances',
  'ragtime',
  'songs',
] as const;

export type Style = (typeof STYLES)[number];
