/** Keys that can be played, MIDI devices, and the device that sounds. */
import { Cable } from 'lucide-react';
import type { ReactNode } from 'react';
import { useActions, useAppState } from '../../app/context';
import type { MidiState } from '../../app/live/liveState';
import { t } from '../../texts/t';
import { Button } from '../controls/Button';
import { SelectField } from '../controls/SelectField';
import { pitchName } from '../roll/pitchNames';
import styles from './LiveStrip.module.css';

/** Value of the choice "This page". */
const PAGE = '';
const MIDDLE_C = 60;

export function Devices(): ReactNode {
  const { askMidi, chooseSound } = useActions();
  const octave = useAppState((state) => state.keys.octave);
  const midi = useAppState((state) => state.midi);
  const { access, outputs, output = PAGE, fault } = midi;
  const offersMidi = access === 'not asked' || access === 'refused';

  return (
    <div className={styles.row}>
      {offersMidi && (
        <Button onPress={() => void askMidi()}>
          <Cable size={16} aria-hidden />
          {t('live.connect')}
        </Button>
      )}
      {outputs.length > 0 && (
        <div className={styles.field}>
          <SelectField
            label={t('live.sound')}
            value={output}
            options={[
              { value: PAGE, text: t('live.thisPage') },
              ...outputs.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            onChange={(id) => chooseSound(id === PAGE ? undefined : id)}
          />
        </div>
      )}
      <p className={styles.hint}>
        {inputText(midi)} {t('live.keysHint', { note: pitchName(MIDDLE_C + 12 * octave) })}
      </p>
      <p className={styles.fault} role="alert">
        {fault}
      </p>
    </div>
  );
}

/** The connected keyboards; nothing where MIDI cannot work. */
function inputText({ access, inputs }: MidiState): string {
  switch (access) {
    case 'absent':
    case 'not asked':
    case 'refused':
      return '';
    case 'asking':
      return t('live.asking');
    case 'open':
      return inputs.length === 0
        ? t('live.noInputs')
        : t('live.inputs', { names: inputs.map(({ name }) => name).join(', ') });
    default:
      return access satisfies never;
  }
}
