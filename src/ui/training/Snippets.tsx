/** Hear it learn: short takes from the epochs of the run, as marks under the loss curve. */
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import styles from './Snippets.module.css';
import { snippetPlace, stepsPerEpoch } from './snippetPlace';

/** Lies inside the loss curve, which sets `--plot-left`, `--plot-width` and `--plot-epochs`. */
export function Snippets(): ReactNode {
  const { show, play } = useActions();
  const snippets = useAppState((state) => state.snippets);
  const perEpoch = useAppState((state) => stepsPerEpoch(state.training));
  const shownId = useAppState(({ shown }) => (shown.kind === 'take' ? shown.id : undefined));

  return (
    <section className={styles.snippets} aria-labelledby="snippets-title">
      <h3 className={styles.title} id="snippets-title">
        {t('training.hearItLearn')}
      </h3>
      {snippets.length === 0 ? (
        <p className={styles.empty}>{t('training.noSnippets')}</p>
      ) : (
        <ul className={styles.marks} aria-label={t('training.snippets')}>
          {snippets.map(({ id, title, epoch, steps }) => (
            <li
              key={id}
              className={styles.place}
              style={{ '--epoch': snippetPlace({ epoch, steps }, perEpoch) }}
            >
              <button
                type="button"
                className={styles.mark}
                aria-label={title}
                aria-current={id === shownId}
                onClick={() => {
                  show({ kind: 'take', id });
                  void play();
                }}
              >
                {steps === undefined ? epoch : '·'}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
