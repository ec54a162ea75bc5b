/** "Download audio": asks for the format; while a file is made, shows its progress and Cancel. */
import { AudioLines, X } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import { Progress } from '../controls/Progress';
import styles from './DownloadAudio.module.css';

// Loaded at the first press: only its button belongs to the first view.
const AudioFormats = lazy(async () => ({ default: (await import('./later')).AudioFormats }));

export function DownloadAudio({ disabled }: { disabled?: boolean }): ReactNode {
  const { cancelAudio } = useActions();
  const making = useAppState(({ soundFile }) => soundFile);
  const [open, setOpen] = useState(false);
  if (making) {
    return (
      <>
        <div className={styles.progress}>
          <Progress
            label={t('playback.soundProgress')}
            value={making.progress}
            maximum={1}
            text={t('playback.soundMade', {
              percent: Math.round(100 * making.progress),
              format: making.format.toUpperCase(),
            })}
          />
        </div>
        <Button label={t('playback.cancelAudio')} onPress={cancelAudio}>
          <X size={16} aria-hidden />
        </Button>
      </>
    );
  }
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button label={t('playback.downloadAudio')} disabled={disabled}>
        <AudioLines size={16} aria-hidden />
        <span className={styles.text}>{t('playback.downloadAudio')}</span>
      </Button>
      {open && (
        <Suspense>
          <AudioFormats />
        </Suspense>
      )}
    </DialogTrigger>
  );
}
