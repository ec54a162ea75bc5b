/** The dialog that downloads the kit, with the commands that train with it. */
import type { ReactNode } from 'react';
import { useActions } from '../../app/context';
import { KIT_FILE_NAME } from '../../app/models/fileNames';
import { t } from '../../texts/t';
import { DownloadDialog } from './DownloadDialog';

const COMMANDS = `unzip ${KIT_FILE_NAME}
cd etude-kit
pip install -r requirements.txt
python train.py --epochs 20
python train.py --epochs 20 --ray --workers 8`;

/** Belongs into a `LaterDialog`. */
export function KitDialog(): ReactNode {
  const { saveKit } = useActions();
  return (
    <DownloadDialog
      title={t('kit.save')}
      about={t('kit.about')}
      code={COMMANDS}
      download={t('kit.download')}
      making={t('kit.packing')}
      onDownload={saveKit}
    />
  );
}
