/** The select "Style"; nothing for models that were taught none. */
import type { ReactNode } from 'react';
import { stylesOf } from '../../app/compose/takeStyle';
import { useActions, useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { SelectField } from '../controls/SelectField';

const ANY = 'any';

export function StyleSelect(): ReactNode {
  const { changeComposeSettings } = useActions();
  const styles = useAppState(stylesOf);
  const chosen = useAppState((state) => state.compose.settings.style);
  if (styles.length === 0) return null;
  return (
    <SelectField
      label={t('compose.style')}
      value={chosen && styles.includes(chosen) ? chosen : ANY}
      options={[
        { value: ANY, text: t('styles.any') },
        ...styles.map((style) => ({ value: style, text: t(`styles.${style}`) })),
      ]}
      onChange={(value) =>
        changeComposeSettings({ style: styles.find((style) => style === value) })
      }
    />
  );
}
