/** What a run can start from: one row each, as the field "Start from" offers them. */
import { presets } from '../../model/preset';
import { encodings } from '../../music/encoding';
import type { TextKey } from '../../texts/catalogue';
import { t } from '../../texts/t';
import { START_ROOT } from '../../training/modelFile/startCard';
import { startModel, startProblem, type TrainStart } from '../../training/start';
import type { AppState } from '../state';
import type { StartId } from './runState';

export interface StartOption {
  id: StartId;
  title: TextKey & `training.startFrom${string}`;
  /** Why a run of the chosen preset cannot start from it now, in a sentence. Default: it can. */
  problem(state: AppState): string | undefined;
  /** Etude's model must have been fetched. */
  open(state: AppState): Promise<TrainStart>;
}

const NOTHING: TrainStart = { kind: 'nothing' };

export const startOptions: Readonly<Record<StartId, StartOption>> = {
  etude: {
    id: 'etude',
    title: 'training.startFromEtude',
    problem: ({ start, preset }) => {
      if (!start) return t('models.noStartModel');
      const { preset: id } = start.card;
      const { encoding } = presets[id];
      const { version } = encodings[encoding];
      return startProblem({ preset: id, encoding: { id: encoding, version } }, preset);
    },
    open: async ({ start }) =>
      start?.checkpoint
        ? { kind: 'model', model: startModel(start.checkpoint, START_ROOT) }
        : NOTHING,
  },
  nothing: {
    id: 'nothing',
    title: 'training.startFromNothing',
    problem: () => undefined,
    open: async () => NOTHING,
  },
  'at hand': {
    id: 'at hand',
    title: 'training.startFromAtHand',
    problem: ({ training: { checkpoint }, preset }) =>
      checkpoint ? startProblem(checkpoint, preset) : t('models.none'),
    open: async ({ training: { checkpoint } }) =>
      checkpoint ? { kind: 'model', model: startModel(checkpoint) } : NOTHING,
  },
};

/** The chosen start, or nothing where a run cannot start from that one. */
export function chosenStart(state: AppState): StartId {
  return startOptions[state.startFrom].problem(state) ? 'nothing' : state.startFrom;
}

/** The start of a run that begins anew: the chosen one, unless that is the person's own model. */
export function freshStart(state: AppState): StartId {
  const chosen = chosenStart(state);
  return chosen === 'at hand' ? 'nothing' : chosen;
}

/** Whether the chosen preset leaves a choice. */
export function mayChooseStart({ preset }: Pick<AppState, 'preset'>): boolean {
  return !presets[preset].fromNothing;
}
