/** The dialog of "Download audio": one button for each format. */
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useActions } from '../../app/context';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import dialog from '../controls/ModalDialog.module.css';
import styles from './AudioFormats.module.css';

const formats = [
  { id: 'wav', name: 'WAV', about: 'playback.aboutWav' },
  { id: 'mp3', name: 'MP3', about: 'playback.aboutMp3' },
] as const;

export function AudioFormats(): ReactNode {
  const { downloadAudio } = useActions();
  return (
    <ModalOverlay className={dialog.overlay} isDismissable>
      <Modal className={dialog.modal}>
        <Dialog className={dialog.dialog}>
          {({ close }) => (
            <>
              <Heading slot="title" className={dialog.title}>
                {t('playback.downloadAudio')}
              </Heading>
              {formats.map(({ id, name, about }) => (
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
              ))}
              <Button look="quiet" onPress={close}>
                {t('playback.close')}
              </Button>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
