/** Styles that Etude's own model can be asked for. */
export const styles = {
  any: 'Any',
  baroque: 'Baroque',
  classical: 'Classical',
  romantic: 'Romantic',
  chopin: 'Chopin',
  dances: 'Dances',
  ragtime: 'Ragtime',
  songs: 'Songs',
} as const;
