/** The registry of panels, in the order of the page. A new panel: its folder and a row here. */
import type { ComponentType } from 'react';
import { ComposePanel } from './compose/ComposePanel';
import { LibraryPanel } from './library/LibraryPanel';
import type { Step } from './steps';
import { TrainingPanel } from './training/TrainingPanel';

interface PanelEntry {
  id: Step;
  /** Renders one `Panel` of the same id. */
  Content: ComponentType;
}

export const panels: readonly PanelEntry[] = [
  { id: 'library', Content: LibraryPanel },
  { id: 'training', Content: TrainingPanel },
  { id: 'compose', Content: ComposePanel },
];
