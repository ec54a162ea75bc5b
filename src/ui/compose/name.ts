import type { PanelName } from '../Panel';

export const composeName: PanelName = { id: 'compose', title: 'Compose' };
