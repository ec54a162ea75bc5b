/** What is said in passing, with a way to take it back; it leaves by itself unless looked at. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useActions, useAppState } from '../../app/context';
import type { Notice } from '../../app/state';
import { Button, IconButton } from '../controls/Button';
import styles from './Notices.module.css';

/** Long enough to read and to reach for the button. */
const STAY_MS = 10_000;

export function Notices(): ReactNode {
  const notices = useAppState((state) => state.notices);
  const [held, setHeld] = useState(false);
  return (
    <div
      className={styles.notices}
      role="status"
      aria-label="Notices"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {notices.map((notice) => (
        <NoticeBar key={notice.id} notice={notice} held={held} />
      ))}
    </div>
  );
}

interface NoticeBarProps {
  notice: Notice;
  /** Whether someone looks at the notices, so that none may leave. */
  held: boolean;
}

function NoticeBar({ notice, held }: NoticeBarProps): ReactNode {
  const { dismissNotice } = useActions();
  const { id, text, undo } = notice;

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissNotice(id), STAY_MS);
    return () => clearTimeout(timer);
  }, [held, id, dismissNotice]);

  return (
    <div className={styles.notice}>
      <p className={styles.text}>{text}</p>
      {undo && (
        <Button
          look="quiet"
          onPress={() => {
            undo();
            dismissNotice(id);
          }}
        >
          Undo
        </Button>
      )}
      <IconButton small label="Dismiss" onPress={() => dismissNotice(id)}>
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  );
}
