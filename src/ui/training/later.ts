/** What the training panel shows only when asked to: one chunk, loaded with the first of them. */

export { KerasDialog } from './KerasDialog';
export { KitDialog } from './KitDialog';
