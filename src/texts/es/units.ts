import type { Translated } from '../catalogue';
import type { units as English } from '../en/units';

export const units: Translated<typeof English> = {
  pieces: '{count, plural, one{# pieza} other{# piezas}}',
  notes: '{count, plural, one{# nota} other{# notas}}',
  bars: '{count, plural, one{# compás} other{# compases}}',
};
