/** The composition root: builds the studio and mounts the page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { StudioContext } from './app/context';
import { createStudio } from './app/createStudio';
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
