/** The line over the roll while a take from a link is shown. */
import { Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { Button } from '../controls/Button';
import styles from './LinkedTake.module.css';

export function LinkedTake(): ReactNode {
  const { play, makeYourOwn, closeLinked } = useActions();
  const linked = useAppState((state) => state.linked);
  const playing = useAppState((state) => state.transport.playing);
  if (!linked) return null;
  return (
    <section className={styles.linked} aria-label="Take from a link">
      <p className={styles.text}>
        {/* A sender writes the title: shown as text. */}
        <strong>{linked.title || 'A take'}</strong> came with the link.
      </p>
      <Button label="Play the take" disabled={playing} onPress={() => void play()}>
        <Play size={16} aria-hidden />
        Play
      </Button>
      <Button look="next" onPress={() => void makeYourOwn()}>
        Make your own
      </Button>
      <Button look="quiet" label="Close the take" onPress={closeLinked}>
        Close
      </Button>
    </section>
  );
}
