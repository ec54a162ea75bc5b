/** Lines of code, with a button that copies them. */
import { Copy } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '../../texts/t';
import { Button } from './Button';
import styles from './CodeLines.module.css';

/** Time for which "Copied" stays, milliseconds. */
const SHOWN_FOR = 4000;

export function CodeLines({ code }: { code: string }): ReactNode {
  const lines = useRef<HTMLPreElement>(null);
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');

  useEffect(() => {
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setOutcome('none'), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(): Promise<void> {
    try {
      // Absent in pages without https.
      await navigator.clipboard.writeText(code);
      setOutcome('copied');
    } catch {
      if (lines.current) getSelection()?.selectAllChildren(lines.current);
      setOutcome('refused');
    }
  }

  return (
    <div>
      <pre ref={lines} className={styles.code}>
        <code>{code}</code>
      </pre>
      <div className={styles.copy}>
        <Button look="quiet" onPress={() => void copy()}>
          <Copy size={15} aria-hidden />
          {t('controls.copy')}
        </Button>
        <span className={styles.outcome} role="status">
          {outcome === 'copied' && t('controls.copied')}
          {outcome === 'refused' && t('controls.notCopied')}
        </span>
      </div>
    </div>
  );
}
