/** The select "Opening": nothing, a piece, or the take that is continued. */
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { SelectField, type SelectOption } from '../controls/SelectField';
import { continuedFrom, openingTake } from './openingText';

const NOTHING = '';
const TAKE = 'take';

export function OpeningSelect(): ReactNode {
  const { chooseOpening } = useActions();
  const opening = useAppState((state) => state.compose.opening);
  const pieces = useAppState((state) => state.pieces);
  const take = useAppState(({ compose, takes }) => openingTake(compose.opening, takes));

  const options: SelectOption<string>[] = [
    { value: NOTHING, text: 'Nothing: begin from silence' },
    ...pieces.map(({ id, title }) => ({ value: id, text: title, group: 'The start of a piece' })),
  ];
  if (take && opening.kind === 'take') {
    const text = continuedFrom(take, opening.tick);
    options.splice(1, 0, { value: TAKE, text, group: 'Continue a take' });
  }
  // What was removed since opens nothing.
  const chosen = opening.kind === 'piece' ? opening.id : take ? TAKE : NOTHING;

  return (
    <SelectField
      label="Opening"
      value={options.some(({ value }) => value === chosen) ? chosen : NOTHING}
      options={options}
      onChange={(value) => {
        if (value === TAKE) return;
        chooseOpening(value === NOTHING ? { kind: 'nothing' } : { kind: 'piece', id: value });
      }}
    />
  );
}
