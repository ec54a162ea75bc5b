/** "Print": its progress, its failure, and Cancel. */
import { useEffect, useRef, useState } from 'react';
import type { WrittenScore } from '../../app/shared/scoreText';
import { errorMessage } from '../../lib/errorMessage';
import { t } from '../../texts/t';
import { printScore } from './printScore';

interface Printing {
  /** Bars that are ready; absent while nothing is printed. */
  printing?: number;
  printFailure?: string;
  print(): void;
  cancel(): void;
}

export function usePrint(written: WrittenScore | undefined): Printing {
  const [printing, setPrinting] = useState<number>();
  const [printFailure, setFailure] = useState<string>();
  const running = useRef<AbortController>(undefined);
  const cancel = (): void => running.current?.abort();
  useEffect(() => () => running.current?.abort(), []);

  function print(): void {
    if (!written) return;
    const controller = new AbortController();
    running.current = controller;
    setFailure(undefined);
    setPrinting(0);
    printScore(written, setPrinting, controller.signal)
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        setFailure(t('scores.notPrinted', { reason: errorMessage(error) }));
      })
      .finally(() => setPrinting(undefined));
  }

  return { printing, printFailure, print, cancel };
}
