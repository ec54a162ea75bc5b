/** The window's title: what plays, and the progress of what is computed. */
import type { StoreApi } from 'zustand/vanilla';
import { onLanguageChange } from '../../texts/language';
import { t } from '../../texts/t';
import { shownTake } from '../playback/shownScore';
import type { AppState } from '../state';

const NAME = 'Etude';

export function followTitle(store: StoreApi<AppState>): void {
  const write = (state: AppState): void => {
    const title = windowTitle(state);
    if (document.title !== title) document.title = title;
  };
  write(store.getState());
  store.subscribe(write);
  onLanguageChange(() => write(store.getState()));
}

/** `▶ Take 3 · Etude`, `42 % · Training · Etude` */
export function windowTitle(state: AppState): string {
  const { transport, training, compose } = state;
  const parts: string[] = [];
  const title = transport.playing ? shownTitle(state) : undefined;
  if (title) parts.push(`▶ ${title}`);
  const { phase, progress } = training;
  if (progress && (phase === 'running' || phase === 'paused')) {
    const share = progress.step / Math.max(1, progress.totalSteps);
    parts.push(percent(share), t(phase === 'paused' ? 'page.titlePaused' : 'page.titleTraining'));
  } else if (compose.running) {
    parts.push(percent(compose.progress), t('page.titleComposing'));
  }
  return [...parts, NAME].join(' · ');
}

function shownTitle(state: AppState): string | undefined {
  const { shown, pieces } = state;
  if (shown.kind === 'nothing') return undefined;
  if (shown.kind === 'take') return shownTake(state, shown.id)?.title;
  return pieces.find(({ id }) => id === shown.id)?.title;
}

function percent(share: number): string {
  return t('page.percent', { percent: Math.round(100 * share) });
}
