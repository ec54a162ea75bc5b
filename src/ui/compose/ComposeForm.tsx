/** The settings of the next take. */
import { Dices } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useActions, useAppState } from '../../app/context';
import { IconButton } from '../controls/Button';
import { NumberField } from '../controls/NumberField';
import { RangeField } from '../controls/RangeField';
import { SelectField } from '../controls/SelectField';
import styles from './ComposePanel.module.css';
import { lengthField, newSeed, seedField, temperatureRange, topPRange } from './composeFields';

const NOTHING = '';

export function ComposeForm(): ReactNode {
  const problemId = useId();
  const { changeComposeSettings, chooseOpening } = useActions();
  const settings = useAppState((state) => state.compose.settings);
  const opening = useAppState(({ compose }) =>
    compose.opening.kind === 'piece' ? compose.opening.id : NOTHING,
  );
  const pieces = useAppState((state) => state.pieces);
  const [problems, setProblems] = useState<{ length?: string; seed?: string }>({});
  const { temperature, topP } = settings;

  return (
    <>
      <div className={styles.fields}>
        <RangeField
          label="Temperature"
          {...temperatureRange}
          value={temperature}
          valueText={temperature.toFixed(2)}
          onChange={(value) => changeComposeSettings({ temperature: value })}
        />
        <RangeField
          label="Top-p"
          {...topPRange}
          value={topP}
          valueText={topP.toFixed(2)}
          onChange={(value) => changeComposeSettings({ topP: value })}
        />
        <NumberField
          label={lengthField.label}
          rule={lengthField}
          value={settings.length}
          problemId={problemId}
          onChange={(length) => changeComposeSettings({ length })}
          onProblem={(length) => setProblems((others) => ({ ...others, length }))}
        />
        <NumberField
          label={seedField.label}
          rule={seedField}
          value={settings.seed}
          problemId={problemId}
          onChange={(seed) => changeComposeSettings({ seed })}
          onProblem={(seed) => setProblems((others) => ({ ...others, seed }))}
        >
          <IconButton
            label="New random seed"
            onPress={() => {
              setProblems((others) => ({ ...others, seed: undefined }));
              changeComposeSettings({ seed: newSeed() });
            }}
          >
            <Dices size={17} aria-hidden />
          </IconButton>
        </NumberField>
      </div>
      <SelectField
        label="Opening"
        value={opening}
        options={[
          { value: NOTHING, text: 'Nothing: begin from silence' },
          ...pieces.map(({ id, title }) => ({ value: id, text: title })),
        ]}
        onChange={(id) =>
          chooseOpening(id === NOTHING ? { kind: 'nothing' } : { kind: 'piece', id })
        }
      />
      <p id={problemId} className={styles.problem} aria-live="polite">
        {[problems.length, problems.seed].filter(Boolean).join(' ')}
      </p>
    </>
  );
}
