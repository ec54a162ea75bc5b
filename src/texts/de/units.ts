import type { Translated } from '../catalogue';
import type { units as English } from '../en/units';

export const units: Translated<typeof English> = {
  pieces: '{count, plural, one{# Stück} other{# Stücke}}',
  notes: '{count, plural, one{# Note} other{# Noten}}',
  bars: '{count, plural, one{# Takt} other{# Takte}}',
};
