import type { Translated } from '../catalogue';
import type { files as English } from '../en/files';

export const files: Translated<typeof English> = {};
