/** The dialog that downloads a model for Keras, with the Python that opens it. */
import type { ReactNode } from 'react';
import { useActions } from '../../app/context';
import type { PresetId } from '../../model/preset';
import { t } from '../../texts/t';
import { DownloadDialog } from './DownloadDialog';
import { kerasCode } from './kerasCode';

interface KerasDialogProps {
  /** Default: the model at hand. */
  id?: string;
  preset: PresetId;
}

/** Belongs into a `LaterDialog`. */
export function KerasDialog({ id, preset }: KerasDialogProps): ReactNode {
  const { saveKeras } = useActions();
  return (
    <DownloadDialog
      title={t('keras.save')}
      about={t('keras.about')}
      code={kerasCode(preset)}
      download={t('keras.download')}
      onDownload={() => saveKeras(id)}
    />
  );
}
