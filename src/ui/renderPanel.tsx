/** Renders a panel for a test over a studio made by `makeTestStudio`. */
import type { ReactNode } from 'react';
import { type RenderResult, render } from 'vitest-browser-react';
import { AppContext } from '../app/context';
import type { AppState } from '../app/state';
import './tokens.css';
import './base.css';
import { makeTestStudio, type TestStudio } from './testApp';

export interface RenderedPanel {
  screen: RenderResult;
  app: TestStudio;
}

export async function renderPanel(
  panel: ReactNode,
  state: Partial<AppState> = {},
): Promise<RenderedPanel> {
  const app = makeTestStudio(state);
  const screen = await render(<AppContext value={app}>{panel}</AppContext>);
  return { screen, app };
}
