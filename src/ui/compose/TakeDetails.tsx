/** What is known of the shown take: rank, form, originality, and how it was made. */
import type { ReactNode } from 'react';
import type { Take } from '../../app/compose/take';
import { useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { copyingVerdict } from './copyingText';
import { qualityText } from './qualityText';
import styles from './TakeCard.module.css';
import { takeForm, takeSettings } from './takeText';

interface TakeDetailsProps {
  take: Take;
  /** Number of takes in the batch of which it is the best. Default: it is not. */
  bestOf?: number;
}

export function TakeDetails({ take, bestOf }: TakeDetailsProps): ReactNode {
  const plan = take.form?.planOf;
  const planTitle = useAppState(({ pieces }) => pieces.find((piece) => piece.id === plan)?.title);
  const form = takeForm(take, planTitle);
  const quality = qualityText(take, bestOf);
  const judged = copyingVerdict(take);

  return (
    <div className={styles.details}>
      {quality && <p className={styles.line}>{quality}</p>}
      {form && <p className={styles.line}>{form}</p>}
      {take.remarks.map((remark) => (
        <p key={remark} className={styles.remark}>
          {remark}
        </p>
      ))}
      <details className={styles.figures}>
        <summary data-kind={judged?.kind}>{judged ? judged.verdict : t('takes.details')}</summary>
        {judged && <p className={styles.line}>{judged.sentence}</p>}
        <p className={styles.line}>{takeSettings(take)}</p>
      </details>
    </div>
  );
}
