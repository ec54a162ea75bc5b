/** Status "Engine": which backend runs, how fast, why not another, and the choice of one. */
import { Cpu } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, DialogTrigger, VisuallyHidden } from 'react-aria-components';
import { useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { ModalDialog } from '../controls/ModalDialog';
import { EngineChooser } from './EngineChooser';
import styles from './EngineStatus.module.css';
import { engineText } from './engineText';

export function EngineStatus(): ReactNode {
  const engine = useAppState((state) => state.engine);
  const engineChoice = useAppState((state) => state.engineChoice);
  const engineFault = useAppState((state) => state.engineFault);
  const { name, device, pace, reasons } = engineText({ engine, engineChoice, engineFault });
  const line = [name, device, pace].filter((part) => part !== undefined).join(' · ');
  return (
    <div className={styles.engine}>
      <Cpu className={styles.icon} size={15} aria-hidden />
      <div className={styles.status} role="status" aria-label={t('header.engine')}>
        <span className={styles.line} title={line}>
          <span className={device === undefined ? styles.state : styles.name}>{name}</span>
          {device !== undefined && <span className={styles.device}> · {device}</span>}
          {pace !== undefined && <span className={styles.pace}> · {pace}</span>}
        </span>
        <VisuallyHidden>{reasons.join(' ')}</VisuallyHidden>
      </div>
      <DialogTrigger>
        <Button className={styles.why} aria-label={t('header.engineDetails')}>
          {t('header.details')}
        </Button>
        <ModalDialog title={line}>
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
          <EngineChooser />
        </ModalDialog>
      </DialogTrigger>
    </div>
  );
}
