import { type ReactNode, useState } from 'react';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { NumberField } from './NumberField';

const rule = { minimum: 1, maximum: 10_000, whole: true };

/** A field whose value follows it, and what it was told to be. */
async function epochsField(applied: number[]) {
  function Epochs(): ReactNode {
    const [value, setValue] = useState(50);
    return (
      <NumberField
        label="Epochs"
        rule={rule}
        value={value}
        onChange={(next) => {
          applied.push(next);
          setValue(next);
        }}
      />
    );
  }
  return (await render(<Epochs />)).getByLabelText('Epochs');
}

it('replaces a number out of range by the nearest one when it is left, and says so', async () => {
  const applied: number[] = [];
  const field = await epochsField(applied);
  await field.fill('100000');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await userEvent.tab();
  await expect.element(field).toHaveValue('10000');
  await expect
    .element(field)
    .toHaveAccessibleDescription('Epochs goes up to 10,000: 10,000 is used.');
  await expect.element(field).not.toHaveAttribute('aria-invalid');
  expect(applied).toEqual([10_000]);
  await field.fill('20');
  await expect.element(field).toHaveAccessibleDescription('');
  expect(applied).toEqual([10_000, 20]);
});

it('keeps the old number where none is typed', async () => {
  const applied: number[] = [];
  const field = await epochsField(applied);
  await field.fill('');
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toHaveValue('50');
  await expect.element(field).toHaveAccessibleDescription('Epochs needs a number: 50 is used.');
  expect(applied).toEqual([]);
});
