import type { PanelName } from '../Panel';

export const libraryName: PanelName = { id: 'library', title: 'Library' };
