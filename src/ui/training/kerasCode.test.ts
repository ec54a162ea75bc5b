import { expect, it } from 'vitest';
import { kerasCode } from './kerasCode';

it('opens the file under its own name', () => {
  expect(kerasCode('form-medium', 'Studio, mittel, 13 Epochen.keras').split('\n')).toContain(
    'model = keras.models.load_model("Studio, mittel, 13 Epochen.keras")',
  );
});

it('escapes a name as Python does', () => {
  expect(kerasCode('seed', 'a "b" \\c.keras')).toContain('load_model("a \\"b\\" \\\\c.keras")');
});
