/**
 * What is said in passing, with a button to act on it; it leaves by itself unless looked at, or
 * unless it waits for an answer.
 */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useActions, useAppState } from '../../app/context';
import type { Notice } from '../../app/shared/noticeState';
import { t } from '../../texts/t';
import { Button, IconButton } from '../controls/Button';
import styles from './Notices.module.css';

/** Milliseconds that a notice stays: enough to read it and press its button. */
const STAY_MS = 10_000;

export function Notices(): ReactNode {
  const notices = useAppState((state) => state.notices);
  const [held, setHeld] = useState(false);
  return (
    <div
      className={styles.notices}
      role="status"
      aria-label={t('notices.name')}
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
  /** Whether the notices are hovered or focused; none disappears then. */
  held: boolean;
}

function NoticeBar({ notice, held }: NoticeBarProps): ReactNode {
  const { dismissNotice } = useActions();
  const { id, text, action, stays } = notice;

  useEffect(() => {
    if (held || stays) return;
    const timer = setTimeout(() => dismissNotice(id), STAY_MS);
    return () => clearTimeout(timer);
  }, [held, stays, id, dismissNotice]);

  return (
    <div className={styles.notice}>
      <p className={styles.text}>{text}</p>
      {action && (
        <Button
          look="quiet"
          onPress={() => {
            action.run();
            dismissNotice(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton small label={t('notices.dismiss')} onPress={() => dismissNotice(id)}>
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  );
}
