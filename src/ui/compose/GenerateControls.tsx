/** Generate, its progress and Cancel while it works, or the reason why it is disabled. */
import { Sparkle, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { mayCompose, usesStart } from '../../app/compose/modelInUse';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import { Progress } from '../controls/Progress';
import { useKeptFocus } from '../controls/useKeptFocus';
import { nextStep } from '../steps';
import styles from './ComposePanel.module.css';

/** @param children beside the button */
export function GenerateControls({ children }: { children?: ReactNode }): ReactNode {
  const reasonId = useId();
  const { generate, cancelGenerate } = useActions();
  const { running, progress, error } = useAppState((state) => state.compose);
  const again = useAppState((state) => state.recomposing !== undefined);
  const trained = useAppState(mayCompose);
  const start = useAppState((state) => (usesStart(state) ? state.start : undefined));
  const next = useAppState((state) => nextStep(state) === 'compose' && !state.resumable);
  const locked = useAppState((state) => state.compose.seedLocked);
  const loading = start?.loading;
  const { row, focusHandlers } = useKeptFocus(running);

  return (
    <>
      <div className={styles.buttons} ref={row} {...focusHandlers}>
        <Button
          grow
          look={next && !running ? 'next' : 'plain'}
          disabled={!trained || running || again}
          describedBy={trained ? undefined : reasonId}
          onPress={() => void generate()}
        >
          <Sparkle size={16} aria-hidden />
          {t('compose.generate')}
        </Button>
        {running && (
          <Button label={t('compose.cancelGenerating')} onPress={cancelGenerate}>
            <X size={16} aria-hidden />
            {t('compose.cancel')}
          </Button>
        )}
        {children}
      </div>
      {running && (
        <Progress
          label={t('compose.progress')}
          value={loading ?? progress}
          maximum={1}
          text={progressText(progress, loading)}
        />
      )}
      {trained && locked && !running && <p className={styles.note}>{t('compose.seedLocked')}</p>}
      {!trained && (
        <p className={styles.note} id={reasonId}>
          {t('compose.trainFirst')}
        </p>
      )}
      <p className={styles.error} role="alert">
        {error}
      </p>
    </>
  );
}

/** @param loading share of Etude's own model that has arrived, while it is fetched */
function progressText(progress: number, loading: number | undefined): string {
  return loading === undefined
    ? t('compose.composed', { percent: Math.round(100 * progress) })
    : t('compose.loadingModel', { percent: Math.round(100 * loading) });
}
