import type { PanelName } from '../Panel';

export const trainingName: PanelName = { id: 'training', title: 'Training' };
