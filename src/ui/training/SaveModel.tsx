/** Takes the model home as a file. */
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { Button } from '../controls/Button';

export function SaveModel(): ReactNode {
  const { saveModel } = useActions();
  const nothing = useAppState((state) => state.training.checkpoint === undefined);
  if (nothing) return null;
  return (
    <Button onPress={() => void saveModel()}>
      <Download size={16} aria-hidden />
      Save the model to a file
    </Button>
  );
}
