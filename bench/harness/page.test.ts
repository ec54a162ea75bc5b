import { expect, it } from 'vitest';
import { replaceSection } from './page';

const page = 'Before\n<!-- a -->\nold\n<!-- /a -->\nBetween\n<!-- b -->\n<!-- /b -->\n';

it('replaces one section only', () => {
  expect(replaceSection(page, 'a', 'new')).toBe(page.replace('old', 'new'));
  expect(replaceSection(page, 'b', 'first')).toBe(
    page.replace('<!-- b -->\n', '<!-- b -->\nfirst\n'),
  );
});

it('refuses a page without the section', () => {
  expect(() => replaceSection(page, 'c', 'new')).toThrow('no section "c"');
});
