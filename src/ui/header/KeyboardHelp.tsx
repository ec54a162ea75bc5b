/** The small dialog that lists the keys. */
import { Keyboard } from 'lucide-react';
import type { ReactNode } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { t } from '../../texts/t';
import { IconButton } from '../controls/Button';
import { ModalDialog } from '../controls/ModalDialog';
import styles from './KeyboardHelp.module.css';

interface Key {
  key: string;
  does: string;
}

function keysEverywhere(): Key[] {
  return [
    { key: t('header.keySpace'), does: t('header.playOrPause') },
    { key: t('header.keyHome'), does: t('header.backToStart') },
    { key: t('header.keyCtrlZ'), does: t('header.undoLast') },
    { key: t('header.keyTab'), does: t('header.nextControl') },
    { key: t('header.keyEsc'), does: t('header.closeOpen') },
  ];
}

function keysInRoll(): Key[] {
  return [
    { key: '← →', does: t('header.movePlayhead') },
    { key: '↑ ↓', does: t('header.scrollPitches') },
    { key: '. ,', does: t('header.stepNotes') },
    { key: 'M', does: t('header.markBars') },
    { key: '+ − 0', does: t('header.zoom') },
  ];
}

function keysThatPlay(): Key[] {
  return [
    { key: 'A W S E D', does: t('header.playNotes') },
    { key: 'Z X', does: t('header.shiftOctave') },
  ];
}

interface KeyListProps {
  title: string;
  keys: readonly Key[];
}

function KeyList({ title, keys }: KeyListProps): ReactNode {
  return (
    <>
      <h3 className={styles.where}>{title}</h3>
      <dl className={styles.keys}>
        {keys.map(({ key, does }) => (
          <div key={key} className={styles.row}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

export function KeyboardHelp(): ReactNode {
  return (
    <DialogTrigger>
      <IconButton label={t('header.keyboard')}>
        <Keyboard size={18} aria-hidden />
      </IconButton>
      <ModalDialog title={t('header.keyboard')}>
        <KeyList title={t('header.keysEverywhere')} keys={keysEverywhere()} />
        <KeyList title={t('header.keysInRoll')} keys={keysInRoll()} />
        <KeyList title={t('header.keysThatPlay')} keys={keysThatPlay()} />
      </ModalDialog>
    </DialogTrigger>
  );
}
