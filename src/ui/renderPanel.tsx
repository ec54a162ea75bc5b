/** Renders a panel for a test over an app made by `makeTestApp`. */
import type { ReactNode } from 'react';
import { type RenderResult, render } from 'vitest-browser-react';
import { AppContext } from '../app/context';
import type { AppState } from '../app/state';
import './tokens.css';
import './base.css';
import { makeTestApp, type TestApp } from './testApp';

export interface RenderedPanel {
  screen: RenderResult;
  app: TestApp;
}

export async function renderPanel(
  panel: ReactNode,
  state: Partial<AppState> = {},
): Promise<RenderedPanel> {
  const app = makeTestApp(state);
  const screen = await render(<AppContext value={app}>{panel}</AppContext>);
  return { screen, app };
}
