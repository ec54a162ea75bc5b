import { expect, it } from 'vitest';
import { chosenLanguage } from './chosenLanguage';

it.each([
  ['the address first', '?lang=de', 'es', ['en-US'], 'de'],
  ['the address in any case, with a region', '?a=1&lang=ES-mx', 'de', ['en'], 'es'],
  ['then the stored choice', '', 'es', ['de', 'en'], 'es'],
  ['the stored choice where the address names none that there is', '?lang=fr', 'de', ['es'], 'de'],
  ['then the browser', '', null, ['de-CH', 'en'], 'de'],
  ['the first of the browser that there is', '', null, ['fr-FR', 'es-419', 'de'], 'es'],
  ['nothing damaged', '?lang=', 'x', ['zz', ''], 'en'],
  ['English where there is none', '', null, [], 'en'],
] as const)('takes %s', (_, search, stored, preferred, language) => {
  expect(chosenLanguage({ search, stored, preferred })).toBe(language);
});
