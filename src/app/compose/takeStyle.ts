/** Styles that the composing model can be asked for. */
import type { Style } from '../../music/style';
import type { AppState } from '../state';
import { usesStart } from './modelInUse';

const NONE: readonly Style[] = [];
/** One list for each card, so that the page need not draw again. */
const lists = new WeakMap<object, readonly Style[]>();

/** Etude's own model alone was told styles; a person's pieces have none. */
export function stylesOf(state: Pick<AppState, 'training' | 'start'>): readonly Style[] {
  const taught = usesStart(state) ? state.start?.card.taught.styles : undefined;
  if (!taught) return NONE;
  const known = lists.get(taught) ?? taught.map(({ style }) => style);
  lists.set(taught, known);
  return known;
}
