/** The dialog of "Download audio": one button for each format. */
import type { ReactNode } from 'react';
import { useActions } from '../../app/context';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import { ModalDialog } from '../controls/ModalDialog';
import styles from './AudioFormats.module.css';

const formats = [
  { id: 'wav', name: 'WAV', about: 'playback.aboutWav' },
  { id: 'mp3', name: 'MP3', about: 'playback.aboutMp3' },
] as const;

export function AudioFormats(): ReactNode {
  const { downloadAudio } = useActions();
  return (
    <ModalDialog title={t('playback.downloadAudio')}>
      {(close) =>
        formats.map(({ id, name, about }) => (
          <div key={id} className={styles.format}>
            <Button
              describedBy={`about-${id}`}
              onPress={() => {
                close();
                void downloadAudio(id);
              }}
            >
              {name}
            </Button>
            <span id={`about-${id}`} className={styles.about}>
              {t(about)}
            </span>
          </div>
        ))
      }
    </ModalDialog>
  );
}
