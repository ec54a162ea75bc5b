import type { Translated } from '../catalogue';
import type { links as English } from '../en/links';

export const links: Translated<typeof English> = {};
