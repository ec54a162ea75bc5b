/** A button with a dialog whose code is loaded when it is first opened. */
import { type ReactNode, Suspense, useState } from 'react';
import { DialogTrigger } from 'react-aria-components';

interface LaterDialogProps {
  button: ReactNode;
  /** The dialog, from `React.lazy`. */
  children: ReactNode;
}

export function LaterDialog({ button, children }: LaterDialogProps): ReactNode {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <DialogTrigger onOpenChange={(isOpen) => isOpen && setWasOpened(true)}>
      {button}
      {wasOpened && <Suspense fallback={null}>{children}</Suspense>}
    </DialogTrigger>
  );
}
