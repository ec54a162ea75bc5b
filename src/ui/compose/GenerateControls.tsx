/** Generate and its progress, or the reason why it is disabled. */
import { Sparkle, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { mayCompose, usesStart } from '../../app/compose/modelInUse';
import { useActions, useAppState } from '../../app/context';
import { Button } from '../controls/Button';
import { Progress } from '../controls/Progress';
import { nextStep } from '../steps';
import styles from './ComposePanel.module.css';
import { continuedFrom, promptTake } from './promptText';
import { StartCredits } from './StartCredits';
import { startLine } from './startText';

export function GenerateControls(): ReactNode {
  const reasonId = useId();
  const { generate, cancelGenerate } = useActions();
  const { running, progress, error } = useAppState((state) => state.compose);
  const again = useAppState((state) => state.recomposing !== undefined);
  const trained = useAppState(mayCompose);
  const start = useAppState((state) => (usesStart(state) ? state.start : undefined));
  const next = useAppState((state) => nextStep(state) === 'compose');

  const continued = useAppState(({ compose: { prompt }, takes }) => {
    const take = promptTake(prompt, takes);
    return take && prompt.kind === 'take' ? continuedFrom(take, prompt.tick) : undefined;
  });
  const loading = start?.loading;
  const locked = useAppState((state) => state.compose.seedLocked);
  const text = trained
    ? describe(running, progress, continued, locked, loading)
    : 'Train first: there is no model yet.';

  return (
    <>
      <div className={styles.buttons}>
        <Button
          grow
          look={next && !running ? 'next' : 'plain'}
          disabled={!trained || running || again}
          describedBy={trained ? undefined : reasonId}
          onPress={() => void generate()}
        >
          <Sparkle size={16} aria-hidden />
          Generate
        </Button>
        <Button label="Cancel generating" disabled={!running} onPress={cancelGenerate}>
          <X size={16} aria-hidden />
          Cancel
        </Button>
      </div>
      <Progress
        label="Generating progress"
        value={running ? (loading ?? progress) : 0}
        maximum={1}
        text={text}
      />
      {start && (
        <p className={styles.start}>
          {startLine(start.card)} <StartCredits card={start.card} />
        </p>
      )}
      {!trained && <VisuallyHidden id={reasonId}>{text}</VisuallyHidden>}
      <p className={styles.error} role="alert">
        {error}
      </p>
    </>
  );
}

function describe(
  running: boolean,
  progress: number,
  continued: string | undefined,
  locked: boolean,
  loading: number | undefined,
): string {
  if (loading !== undefined) return `Loading Etude’s model: ${Math.round(100 * loading)} %`;
  if (running) return `${Math.round(100 * progress)} % composed`;
  if (continued) return `Continues ${continued}.`;
  return locked
    ? 'The seed is locked: the same settings give the same takes.'
    : 'Each press gives new takes.';
}
