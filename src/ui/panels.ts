/** The registry of panels, in the order of the page. A new panel: its folder and a row here. */
import type { ComponentType } from 'react';
import { ComposePanel } from './compose/ComposePanel';
import { composeName } from './compose/name';
import { LibraryPanel } from './library/LibraryPanel';
import { libraryName } from './library/name';
import type { PanelName } from './Panel';
import { trainingName } from './training/name';
import { TrainingPanel } from './training/TrainingPanel';

interface PanelEntry extends PanelName {
  /** Renders one `Panel` of the same name. */
  Content: ComponentType;
}

export const panels: readonly PanelEntry[] = [
  { ...libraryName, Content: LibraryPanel },
  { ...trainingName, Content: TrainingPanel },
  { ...composeName, Content: ComposePanel },
];
