/** The panel "Compose": form, options, Generate. */
export const compose = {} as const;
