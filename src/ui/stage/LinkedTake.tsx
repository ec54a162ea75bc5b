/** The line over the roll while a take from a link is shown. */
import { Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { around } from '../controls/around';
import { Button } from '../controls/Button';
import styles from './LinkedTake.module.css';

export function LinkedTake(): ReactNode {
  const { play, makeYourOwn, closeLinked } = useActions();
  const linked = useAppState((state) => state.linked);
  const playing = useAppState((state) => state.transport.playing);
  if (!linked) return null;
  return (
    <section className={styles.linked} aria-label={t('links.name')}>
      <p className={styles.text}>
        {/* A sender writes the title: shown as text. */}
        {around(
          (title) => t('links.came', { title }),
          <strong>{linked.title || t('links.untitled')}</strong>,
        )}
      </p>
      <Button label={t('links.playTake')} disabled={playing} onPress={() => void play()}>
        <Play size={16} aria-hidden />
        {t('links.play')}
      </Button>
      <Button look="next" onPress={() => void makeYourOwn()}>
        {t('links.makeYourOwn')}
      </Button>
      <Button look="quiet" label={t('links.closeTake')} onPress={closeLinked}>
        {t('links.close')}
      </Button>
    </section>
  );
}
