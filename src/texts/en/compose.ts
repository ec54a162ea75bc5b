/** The panel "Compose": form, options, Generate. */
export const compose = {
  style: 'Style',
} as const;
