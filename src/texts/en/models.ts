/** The kept models, model files, and what a model is called. */
export const models = {} as const;
