/** Persists pieces, takes and settings: restores them at the start, stores each change. */
import type { StoreApi } from 'zustand/vanilla';
import { type PresetId, presets, type TrainingSettings } from '../../model/preset';
import type { StoredSettings, StoredTake } from '../../storage/records';
import type { AppStorage, LoadedSettings } from '../../storage/storage';
import type { StorageResult } from '../../storage/storageError';
import { t } from '../../texts/t';
import type { Take } from '../compose/take';
import { joined } from '../compose/takeNumbers';
import type { Shown } from '../playback/playbackState';
import { debounced } from '../shared/debounced';
import { notify } from '../shared/notices';
import type { AppState } from '../state';
import { CollectionSync } from './collectionSync';
import { persistOnce } from './persistentStorage';

/** Delays of a save, milliseconds: a long import changes the list many times a second, and each save should put few of its pieces. */
const PATIENCE = { quiet: 300, longest: 600 };

/**
 * Restores what earlier visits stored, then stores each change.
 * @returns the settings of the last visit, once all is restored
 */
export async function persistApp(
  store: StoreApi<AppState>,
  storage: AppStorage,
): Promise<LoadedSettings | undefined> {
  const opened = store.getState();
  const [pieces, takes, settings] = await Promise.all([
    storage.loadCollection('pieces'),
    storage.loadCollection('takes'),
    storage.loadSettings(),
  ]);
  const oldPieces = valueOr(pieces, []);
  const oldTakes = valueOr(takes, []).map((take): Take => ({ ...take, composing: false }));
  const oldSettings = valueOr(settings, undefined);
  store.setState((state) => ({
    pieces: [...oldPieces, ...state.pieces],
    takes: joined(oldTakes, state.takes),
    shown: state.shown === opened.shown ? lastShown(oldSettings, oldPieces, oldTakes) : state.shown,
    asScore: state.asScore || (oldSettings?.asScore ?? false),
    ...restoredSettings(state, opened, oldSettings),
  }));

  let complained = false;
  const tell = (outcome: StorageResult<void>): void => {
    if (outcome.ok) {
      complained = false;
    } else if (!complained) {
      complained = true;
      notify(store, `${outcome.error.message} ${t('storage.allWillBeGone')}`);
    }
  };
  const pieceSync = new CollectionSync(storage, 'pieces', oldPieces, (piece) => piece);
  const takeSync = new CollectionSync(storage, 'takes', oldTakes, storedTake);
  const persist = persistOnce((storageExpires) => store.setState({ storageExpires }));
  const later = debounced(async () => {
    const state = store.getState();
    // Concurrently: a page that is being closed may end between two of them.
    const outcomes = await Promise.all([
      pieceSync.keep(state.pieces),
      takeSync.keep(state.takes.filter(({ composing }) => !composing)),
      storage.saveSettings(settingsOf(state)),
    ]);
    const failed = outcomes.find(({ ok }) => !ok);
    tell(failed ?? outcomes[0]);
    if (!failed && state.pieces.length + state.takes.length > 0) persist();
  }, PATIENCE);
  const isSame = (a: AppState, b: AppState): boolean =>
    a.pieces === b.pieces &&
    a.takes === b.takes &&
    a.preset === b.preset &&
    a.settings === b.settings &&
    a.startFrom === b.startFrom &&
    a.training.model === b.training.model &&
    a.shown === b.shown &&
    a.asScore === b.asScore &&
    a.compose.seedLocked === b.compose.seedLocked &&
    a.compose.settings === b.compose.settings;
  store.subscribe((state, before) => {
    if (!isSame(state, before)) later.call();
  });
  if (!isSame(store.getState(), opened)) later.call();
  // The last events that a closing page receives.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') later.now();
  });
  window.addEventListener('pagehide', () => later.now());
  return oldSettings;
}

/** What was on the roll, if it is still there. */
function lastShown(
  settings: LoadedSettings | undefined,
  pieces: readonly { id: string }[],
  takes: readonly { id: string }[],
): Shown {
  const shown = settings?.shown ?? { kind: 'nothing' };
  if (shown.kind === 'nothing') return shown;
  const list = shown.kind === 'piece' ? pieces : takes;
  return list.some(({ id }) => id === shown.id) ? shown : { kind: 'nothing' };
}

function storedTake({ composing, ...take }: Take): StoredTake {
  return take;
}

function settingsOf(state: AppState): StoredSettings {
  const { preset, settings, compose, startFrom, training, shown, asScore } = state;
  return {
    preset,
    training: settings,
    compose: compose.settings,
    seedLocked: compose.seedLocked,
    startFrom,
    model: training.model,
    shown,
    asScore,
  };
}

/** Stored settings, unless the person changed them before they were read. */
function restoredSettings(
  state: AppState,
  opened: AppState,
  stored: LoadedSettings | undefined,
): Partial<AppState> {
  if (!stored || state.settings !== opened.settings) return {};
  // Settings that a later version has added keep their defaults.
  return {
    ...trainingSettings(stored.preset, stored.training),
    startFrom: stored.startFrom ?? state.startFrom,
    compose: {
      ...state.compose,
      seedLocked: stored.seedLocked ?? state.compose.seedLocked,
      settings: { ...state.compose.settings, ...stored.compose },
    },
  };
}

function valueOr<T, E>(outcome: StorageResult<T>, otherwise: E): T | E {
  return outcome.ok ? outcome.value : otherwise;
}

/** What a visitor of an earlier version had chosen becomes what has taken its place. */
function trainingSettings(
  preset: PresetId,
  training: Partial<TrainingSettings>,
): Pick<AppState, 'preset' | 'settings'> {
  const successor = presets[preset].retiredFor;
  if (successor) return { preset: successor, settings: presets[successor].defaults };
  return { preset, settings: { ...presets[preset].defaults, ...training } };
}
