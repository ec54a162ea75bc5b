/** Step 2: settings and run beside the loss curve; below them the tables. */
import type { ReactNode } from 'react';
import { useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { formatLoss } from '../format';
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

export function TrainingPanel(): ReactNode {
  const loss = useAppState((state) => state.training.progress?.loss);
  return (
    <Panel
      id="training"
      className={styles.panel}
      aside={loss === undefined ? '' : t('training.currentLoss', { loss: formatLoss(loss) })}
    >
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
