/** "Train"; with a model at hand "Train on" and "Start over". */
import { CirclePlay, RotateCcw } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { useActions, useAppState } from '../../app/context';
import { chosenStart, startOptions } from '../../app/training/starts';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import { nextStep } from '../steps';

interface TrainButtonsProps {
  disabled: boolean;
  /** Id of the element that says why they are disabled. */
  reasonId?: string;
}

export function TrainButtons({ disabled, reasonId }: TrainButtonsProps): ReactNode {
  const problemId = useId();
  const { train, trainOn, startOver } = useActions();
  const hasModel = useAppState((state) => state.training.checkpoint !== undefined);
  const problem = useAppState(startOptions['at hand'].problem);
  const goesOn = useAppState((state) => chosenStart(state) === 'at hand');
  // While an interrupted run is offered, answering that is the next step.
  const next = useAppState((state) => nextStep(state) === 'training' && !state.resumable);
  const look = next ? 'next' : 'plain';

  if (!hasModel) {
    return (
      <Button
        grow
        look={look}
        disabled={disabled}
        describedBy={reasonId}
        onPress={() => void train()}
      >
        <CirclePlay size={16} aria-hidden />
        {t('training.train')}
      </Button>
    );
  }
  return (
    <>
      <Button
        grow
        look={goesOn ? look : 'plain'}
        disabled={disabled || problem !== undefined}
        describedBy={reasonId ?? (problem && problemId)}
        onPress={() => void trainOn()}
      >
        <CirclePlay size={16} aria-hidden />
        {t('training.trainOn')}
      </Button>
      {problem && <VisuallyHidden id={problemId}>{problem}</VisuallyHidden>}
      <Button
        grow
        look={goesOn ? 'plain' : look}
        disabled={disabled}
        describedBy={reasonId}
        onPress={() => void startOver()}
      >
        <RotateCcw size={16} aria-hidden />
        {t('training.startOver')}
      </Button>
    </>
  );
}
