/** The dialog that downloads a model for Keras, with the Python that opens it. */
import type { ReactNode } from 'react';
import { useActions } from '../../app/context';
import { modelFileName } from '../../app/models/fileNames';
import type { ModelEntry } from '../../app/models/modelState';
import { t } from '../../texts/t';
import { DownloadDialog } from './DownloadDialog';
import { kerasCode } from './kerasCode';

interface KerasDialogProps {
  /** Default: the model at hand. */
  id?: string;
  model: Pick<ModelEntry, 'preset' | 'epoch'>;
}

/** Belongs into a `LaterDialog`. */
export function KerasDialog({ id, model }: KerasDialogProps): ReactNode {
  const { saveKeras } = useActions();
  return (
    <DownloadDialog
      title={t('keras.save')}
      about={t('keras.about')}
      code={kerasCode(model.preset, modelFileName(model, 'keras'))}
      download={t('keras.download')}
      onDownload={() => saveKeras(id)}
    />
  );
}
