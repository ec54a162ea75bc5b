/** The composition root: builds the studio, mounts the page, and has it work offline. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppContext } from './app/context';
import { createApp } from './app/createApp';
import { startLanguage } from './app/language/languageChoice';
import { startOffline } from './offline/start';
import { App } from './ui/App';

void openPage();

/** No top-level await: chunks that load meanwhile may import this one. */
async function openPage(): Promise<void> {
  await startLanguage();

  const app = createApp(
    () => new Worker(new URL('./worker/entry.ts', import.meta.url), { type: 'module' }),
  );

  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root.');
  createRoot(root).render(
    <StrictMode>
      <AppContext value={app}>
        <App />
      </AppContext>
    </StrictMode>,
  );

  // The development server's files change under the hand: nothing may keep them.
  if (import.meta.env.PROD) void startOffline(app.store);
}
