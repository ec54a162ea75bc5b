/** Step 2: settings and run beside the loss curve; below them the tables. */
import type { ReactNode } from 'react';
import { useAppState } from '../../app/context';
import type { AppState } from '../../app/state';
import { formatFixed } from '../../texts/numbers';
import { t } from '../../texts/t';
import { Panel, PanelScroll } from '../Panel';
import { DataSurvey } from './DataSurvey';
import { DataVerdict } from './DataVerdict';
import { EpochLog } from './EpochLog';
import { LossCurve } from './LossCurve';
import { ModelList } from './ModelList';
import { ModelSummaryTable } from './ModelSummaryTable';
import { ResumeOffer } from './ResumeOffer';
import { RunControls } from './RunControls';
import { SaveModel } from './SaveModel';
import { SettingsForm } from './SettingsForm';
import { Snippets } from './Snippets';
import styles from './TrainingPanel.module.css';

/** The loss on unseen music where there is one, else that of the last step. */
function headlineLoss({ epochs, progress }: AppState['training']): string {
  const validation = epochs.at(-1)?.validationLoss;
  if (validation !== undefined) {
    return t('training.unseenLoss', { loss: formatFixed(validation, 2) });
  }
  if (progress?.loss === undefined) return '';
  return t('training.currentLoss', { loss: formatFixed(progress.loss, 2) });
}

export function TrainingPanel(): ReactNode {
  const headline = useAppState(({ training }) => headlineLoss(training));
  return (
    <Panel id="training" className={styles.panel} aside={headline}>
      <div className={styles.run}>
        <ResumeOffer />
        <RunControls />
      </div>
      <PanelScroll className={styles.scroll}>
        <div className={styles.main}>
          <div className={styles.controls}>
            <SettingsForm />
            <DataVerdict />
            <SaveModel />
            <ModelList />
          </div>
          <div className={styles.learning}>
            <LossCurve>
              <Snippets />
            </LossCurve>
          </div>
        </div>
        <div className={styles.tables}>
          <ModelSummaryTable />
          <EpochLog />
        </div>
        <DataSurvey />
      </PanelScroll>
    </Panel>
  );
}
