/** A dialog that downloads a model for elsewhere, with the lines that use the file there. */
import { type ReactNode, useState } from 'react';
import { Button } from '../controls/Button';
import { CodeLines } from '../controls/CodeLines';
import { ModalDialog } from '../controls/ModalDialog';

interface DownloadDialogProps {
  title: string;
  about: string;
  code: string;
  /** Text of the button. */
  download: string;
  /** Instead of it while the file is made. Default: the same. */
  making?: string;
  onDownload(): Promise<void>;
}

export function DownloadDialog(props: DownloadDialogProps): ReactNode {
  const { title, about, code, download, making = download, onDownload } = props;
  const [isMaking, setIsMaking] = useState(false);
  return (
    <ModalDialog title={title}>
      {(close) => (
        <>
          <p>{about}</p>
          <CodeLines code={code} />
          <Button
            look="next"
            disabled={isMaking}
            onPress={() => {
              setIsMaking(true);
              void onDownload().then(() => {
                setIsMaking(false);
                close();
              });
            }}
          >
            {isMaking ? making : download}
          </Button>
        </>
      )}
    </ModalDialog>
  );
}
