/** The list "Models": the last ones that were trained or opened, newest first. */
import { Download, FileCode2, Pencil, Trash2 } from 'lucide-react';
import { lazy, type ReactNode, useState } from 'react';
import { useActions, useAppState } from '../../app/context';
import type { ModelEntry } from '../../app/models/modelState';
import { t } from '../../texts/t';
import { IconButton } from '../controls/Button';
import { Disclosure } from '../controls/Disclosure';
import rows from '../controls/Rows.module.css';
import { LaterDialog } from './LaterDialog';
import styles from './ModelList.module.css';
import { modelFacts } from './modelText';
import { NameField } from './NameField';
import { isRunActive } from './runText';

const KerasDialog = lazy(async () => ({ default: (await import('./later')).KerasDialog }));

export function ModelList(): ReactNode {
  const models = useAppState((state) => state.models);
  const atHand = useAppState((state) => state.training.model);
  const busy = useAppState((state) => isRunActive(state.training.phase));
  if (models.length === 0) return null;
  return (
    <Disclosure title={t('models.models')} openAtFirst>
      <ul className={styles.models} aria-label={t('models.models')}>
        {models.toReversed().map((model) => (
          <ModelRow key={model.id} model={model} isAtHand={model.id === atHand} busy={busy} />
        ))}
      </ul>
    </Disclosure>
  );
}

interface ModelRowProps {
  model: ModelEntry;
  isAtHand: boolean;
  /** Whether a run is under way. */
  busy: boolean;
}

function ModelRow({ model, isAtHand, busy }: ModelRowProps): ReactNode {
  const { openModel, renameModel, saveModel, removeModel } = useActions();
  const [naming, setNaming] = useState(false);
  const { id, title } = model;

  return (
    <li className={`${rows.row} ${styles.model}`} data-shown={isAtHand}>
      <div className={rows.words}>
        {naming ? (
          <NameField
            label={t('models.nameOf', { title })}
            value={title}
            onDone={(name) => {
              setNaming(false);
              renameModel(id, name);
            }}
          />
        ) : (
          <button
            type="button"
            className={rows.title}
            aria-label={t('models.open', { title })}
            aria-current={isAtHand}
            disabled={busy}
            onClick={() => void openModel(id)}
          >
            {title}
          </button>
        )}
        <p className={styles.facts}>
          {isAtHand && <strong>{t('models.atHand')} · </strong>}
          {modelFacts(model)}
        </p>
      </div>
      <div className={rows.buttons}>
        <IconButton small label={t('models.rename', { title })} onPress={() => setNaming(true)}>
          <Pencil size={15} aria-hidden />
        </IconButton>
        <IconButton
          small
          label={t('models.saveToFile', { title })}
          onPress={() => void saveModel(id)}
        >
          <Download size={15} aria-hidden />
        </IconButton>
        <LaterDialog
          button={
            <IconButton small label={t('keras.saveNamed', { title })}>
              <FileCode2 size={15} aria-hidden />
            </IconButton>
          }
        >
          <KerasDialog id={id} model={model} />
        </LaterDialog>
        <IconButton
          small
          label={t('models.delete', { title })}
          disabled={busy && isAtHand}
          onPress={() => void removeModel(id)}
        >
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}
