/** The select "Opening": nothing, a piece, or the take that is continued. */
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { SelectField, type SelectOption } from '../controls/SelectField';
import { continuedFrom, promptTake } from './promptText';

const NOTHING = '';
const TAKE = 'take';

export function PromptSelect(): ReactNode {
  const { choosePrompt } = useActions();
  const prompt = useAppState((state) => state.compose.prompt);
  const pieces = useAppState((state) => state.pieces);
  const take = useAppState(({ compose, takes }) => promptTake(compose.prompt, takes));

  const options: SelectOption<string>[] = [
    { value: NOTHING, text: 'Nothing: begin from silence' },
    ...pieces.map(({ id, title }) => ({ value: id, text: title, group: 'The start of a piece' })),
  ];
  if (take && prompt.kind === 'take') {
    const text = continuedFrom(take, prompt.tick);
    options.splice(1, 0, { value: TAKE, text, group: 'Continue a take' });
  }
  // A removed piece or take counts as nothing.
  const chosen = prompt.kind === 'piece' ? prompt.id : take ? TAKE : NOTHING;

  return (
    <SelectField
      label="Opening"
      value={options.some(({ value }) => value === chosen) ? chosen : NOTHING}
      options={options}
      onChange={(value) => {
        if (value === TAKE) return;
        choosePrompt(value === NOTHING ? { kind: 'nothing' } : { kind: 'piece', id: value });
      }}
    />
  );
}
