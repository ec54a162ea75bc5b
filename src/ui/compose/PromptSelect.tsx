/** The select "Opening": nothing, or the start of a piece. */
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { SelectField } from '../controls/SelectField';

const NOTHING = '';

export function PromptSelect(): ReactNode {
  const { choosePrompt } = useActions();
  const prompt = useAppState((state) => state.compose.prompt);
  const pieces = useAppState((state) => state.pieces);

  const options = [
    { value: NOTHING, text: 'Silence' },
    ...pieces.map(({ id, title }) => ({ value: id, text: title, group: 'The start of a piece' })),
  ];
  // A removed piece counts as nothing.
  const chosen = prompt.kind === 'piece' ? prompt.id : NOTHING;

  return (
    <SelectField
      label="Opening"
      value={options.some(({ value }) => value === chosen) ? chosen : NOTHING}
      options={options}
      onChange={(value) =>
        choosePrompt(value === NOTHING ? { kind: 'nothing' } : { kind: 'piece', id: value })
      }
    />
  );
}
