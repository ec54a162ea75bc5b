/** The panel "Training": settings, run, curve, epoch log. */
export const training = {} as const;
