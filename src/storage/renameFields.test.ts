import { expect, it } from 'vitest';
import { renameFields } from './renameFields';

it('renames fields, also of records within, and keeps the others', () => {
  const record = { id: 'a', old: [1], inner: { old: 2, same: 3 } };
  const names = { old: 'fresh', inner: { name: 'inner', fields: { old: 'newer' } } };
  expect(renameFields(record, names)).toEqual({
    id: 'a',
    fresh: [1],
    inner: { newer: 2, same: 3 },
  });
});

it('leaves alone what is no record, or has no such field', () => {
  expect(renameFields(undefined, { old: 'fresh' })).toBeUndefined();
  expect(renameFields({ id: 'a' }, { old: 'fresh' })).toEqual({ id: 'a' });
});
