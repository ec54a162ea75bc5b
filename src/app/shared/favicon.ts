/** The page's icon: while a run is under way, a ring that closes with its progress. */
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../state';

/** Steps in which the ring closes: a new icon at each step of training would cost more than it says. */
const STEPS = 24;
const RADIUS = 12;

export function followFavicon(store: StoreApi<AppState>): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link) return;
  const usual = link.href;
  const write = (state: AppState): void => {
    const href = ringOf(state) ?? usual;
    if (link.href !== href) link.href = href;
  };
  write(store.getState());
  store.subscribe(write);
}

/** @returns the ring as the address of a drawing; undefined where nothing is trained */
export function ringOf({ training }: Pick<AppState, 'training'>): string | undefined {
  const { phase, progress } = training;
  if (!progress || (phase !== 'running' && phase !== 'paused')) return undefined;
  const share = progress.step / Math.max(1, progress.totalSteps);
  const shown = Math.min(1, Math.max(1, Math.floor(share * STEPS)) / STEPS);
  const around = 2 * Math.PI * RADIUS;
  const colour = phase === 'paused' ? '#b3a695' : '#dd5564';
  const ring = `<circle cx="16" cy="16" r="${RADIUS}" fill="none" stroke-width="5"`;
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
    '<rect width="32" height="32" rx="7" fill="#17120f"/>' +
    `${ring} stroke="#4a4038"/>` +
    `${ring} stroke="${colour}" transform="rotate(-90 16 16)" ` +
    `stroke-dasharray="${(shown * around).toFixed(1)} ${around.toFixed(1)}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}
