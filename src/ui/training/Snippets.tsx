/** Hear it learn: short takes from the epochs of the run, as marks under the loss curve. */
import type { ReactNode } from 'react';
import { useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { SnippetMarks } from './SnippetMarks';
import styles from './Snippets.module.css';

export function Snippets(): ReactNode {
  const none = useAppState((state) => state.snippets.length === 0);
  return (
    <section className={styles.snippets} aria-labelledby="snippets-title">
      <h3 className={styles.title} id="snippets-title">
        {t('training.hearItLearn')}
      </h3>
      {none ? (
        <p className={styles.empty}>{t('training.noSnippets')}</p>
      ) : (
        <SnippetMarks label={t('training.snippets')} />
      )}
    </section>
  );
}
