/** The snippets of the run as marks along its epochs; each shows and plays its snippet. */
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import styles from './SnippetMarks.module.css';
import { snippetPlace, stepsPerEpoch } from './snippetPlace';

/**
 * Lies inside a loss curve, which sets `--plot-left`, `--plot-width` and `--plot-epochs`.
 * @param label accessible name of the list
 */
export function SnippetMarks({ label }: { label: string }): ReactNode {
  const { show, play } = useActions();
  const snippets = useAppState((state) => state.snippets);
  const perEpoch = useAppState((state) => stepsPerEpoch(state.training));
  const shownId = useAppState(({ shown }) => (shown.kind === 'take' ? shown.id : undefined));
  return (
    <ul className={styles.marks} aria-label={label}>
      {snippets.map(({ id, title, epoch, steps }) => (
        <li
          key={id}
          className={styles.place}
          style={{ '--epoch': snippetPlace({ epoch, steps }, perEpoch) }}
        >
          <button
            type="button"
            className={styles.mark}
            data-early={steps !== undefined}
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
  );
}
