/** The composition root: builds the studio, mounts the page, and has it work offline. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { StudioContext } from './app/context';
import { createStudio } from './app/createApp';
import { startOffline } from './offline/start';
import { App } from './ui/App';

const studio = createStudio(
  () => new Worker(new URL('./worker/entry.ts', import.meta.url), { type: 'module' }),
);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <StudioContext value={studio}>
      <App />
    </StudioContext>
  </StrictMode>,
);

// The development server's files change under the hand: nothing may keep them.
if (import.meta.env.PROD) void startOffline(studio.store);
