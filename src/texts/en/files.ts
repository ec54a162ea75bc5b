/** Why a file was not added. */
export const files = {} as const;
