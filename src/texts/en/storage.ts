/** What is kept between visits, and what could not be. */
export const storage = {} as const;
