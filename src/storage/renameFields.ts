/** Renames the fields of a stored record, as a migration needs it. */

/** New names by old ones. A nested table renames the fields of the record in that field. */
export interface FieldNames {
  [old: string]: string | { name: string; fields: FieldNames };
}

/** @returns a copy with renamed fields; what is no record, and fields not named, stay as they are */
export function renameFields(value: unknown, names: FieldNames): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      const rename = Object.hasOwn(names, key) ? names[key] : key;
      if (typeof rename === 'string') return [rename, field];
      return [rename.name, renameFields(field, rename.fields)];
    }),
  );
}
