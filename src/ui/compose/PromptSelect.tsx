/** The select "Opening": nothing, or the start of a piece. */
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { SelectField } from '../controls/SelectField';

const NOTHING = '';

export function PromptSelect(): ReactNode {
  const { choosePrompt } = useActions();
  const prompt = useAppState((state) => state.compose.prompt);
  const pieces = useAppState((state) => state.pieces);

  const group = t('compose.startOfPiece');
  const options = [
    { value: NOTHING, text: t('compose.silence') },
    ...pieces.map(({ id, title }) => ({ value: id, text: title, group })),
  ];
  // A removed piece counts as nothing.
  const chosen = prompt.kind === 'piece' ? prompt.id : NOTHING;

  return (
    <SelectField
      label={t('compose.opening')}
      value={options.some(({ value }) => value === chosen) ? chosen : NOTHING}
      options={options}
      onChange={(value) =>
        choosePrompt(value === NOTHING ? { kind: 'nothing' } : { kind: 'piece', id: value })
      }
    />
  );
}
