/** Hear it learn: short takes from the epochs of the run, oldest first, in a strip of one height. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useActions, useAppState } from '../../app/context';
import styles from './Snippets.module.css';

/** Distance from the newest one within which the strip follows it, in pixels. */
const NEAR_END = 40;

export function Snippets(): ReactNode {
  const { show, play } = useActions();
  const snippets = useAppState((state) => state.snippets);
  const shownId = useAppState(({ shown }) => (shown.kind === 'take' ? shown.id : undefined));
  const strip = useRef<HTMLUListElement>(null);
  const follows = useRef(true);
  const newest = snippets.at(-1)?.id;

  useEffect(() => {
    if (newest && follows.current && strip.current) {
      strip.current.scrollLeft = strip.current.scrollWidth;
    }
  }, [newest]);

  return (
    <section className={styles.snippets} aria-labelledby="snippets-title">
      <h3 className={styles.title} id="snippets-title">
        Hear it learn
      </h3>
      {snippets.length === 0 ? (
        <p className={styles.empty}>A few bars from each epoch will appear here.</p>
      ) : (
        <ul
          ref={strip}
          className={styles.strip}
          aria-label="Snippets"
          onScroll={({ currentTarget: { scrollLeft, clientWidth, scrollWidth } }) => {
            follows.current = scrollLeft + clientWidth > scrollWidth - NEAR_END;
          }}
        >
          {snippets.map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.snippet}
                aria-current={id === shownId}
                onClick={() => {
                  show({ kind: 'take', id });
                  void play();
                }}
              >
                {title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
