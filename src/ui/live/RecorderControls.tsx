/** "Play the opening": count-in, tempo and meter, record, and call and response. */
import { Circle, Square, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { mayCompose } from '../../app/compose/modelInUse';
import { useActions, useAppState } from '../../app/context';
import type { RecorderState } from '../../app/live/liveState';
import { t } from '../../texts/t';
import { Button, IconButton } from '../controls/Button';
import { NumberField } from '../controls/NumberField';
import { SelectField } from '../controls/SelectField';
import styles from './LiveStrip.module.css';
import { meterOf, meters, tempoRule } from './recorderFields';
import { recorderText } from './recorderText';

export function RecorderControls({ recorder }: { recorder: RecorderState }): ReactNode {
  const { record, stopRecording, closeRecorder, changeRecorder } = useActions();
  const answerable = useAppState(mayCompose);
  const answersId = useId();
  const { phase, settings, beat } = recorder;
  const { tempo, meter, click, answers } = settings;
  const ready = phase === 'ready';

  return (
    <>
      <div className={styles.row}>
        {ready ? (
          <Button look="next" onPress={() => void record()}>
            <Circle size={14} fill="currentColor" aria-hidden />
            {t('live.record')}
          </Button>
        ) : (
          <Button look="next" onPress={stopRecording}>
            <Square size={14} aria-hidden />
            {t('live.stopAndKeep')}
          </Button>
        )}
        <div className={styles.status}>
          {!ready && (
            <span className={styles.beats} aria-hidden>
              {Array.from({ length: meter.numerator }, (_, i) => i + 1).map((each) => (
                <span key={each} className={styles.beat} data-now={each === beat || undefined} />
              ))}
            </span>
          )}
          <p role="status" aria-label={t('live.recorder')}>
            {recorderText(recorder)}
          </p>
        </div>
        <div className={styles.field}>
          <NumberField
            label={t('live.tempo')}
            rule={tempoRule}
            value={tempo}
            disabled={!ready}
            onChange={(chosen) => changeRecorder({ tempo: chosen })}
          />
        </div>
        <div className={styles.field}>
          <SelectField
            label={t('live.meter')}
            value={`${meter.numerator}/${meter.denominator}`}
            options={meters.map((value) => ({ value, text: value }))}
            disabled={!ready}
            onChange={(chosen) => changeRecorder({ meter: meterOf(chosen) })}
          />
        </div>
        <label className={styles.toggle}>
          <input
            type="checkbox"
            checked={click}
            onChange={(event) => changeRecorder({ click: event.target.checked })}
          />
          {t('live.click')}
        </label>
        <label className={styles.toggle}>
          <input
            type="checkbox"
            checked={answers && answerable}
            disabled={!ready || !answerable}
            aria-describedby={answersId}
            onChange={(event) => changeRecorder({ answers: event.target.checked })}
          />
          {t('live.answers')}
        </label>
        <IconButton label={t('live.closeRecorder')} onPress={() => void closeRecorder()}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      <p className={styles.note} id={answersId} hidden={!ready}>
        {answerable ? t('live.answersHint') : t('live.noModel')}
      </p>
    </>
  );
}
