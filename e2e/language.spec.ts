/** The language of the page: by the address, by the browser, by hand. */
import { expect, test } from './support/fixtures';

test('the language follows the address, then the choice, which is kept', async ({ page }) => {
  await page.goto('./?lang=de');
  const root = page.locator('html');
  await expect(root).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('region', { name: 'Bibliothek' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Dunkles Design verwenden' })).toBeVisible();

  const choice = page.getByRole('combobox', { name: 'Sprache' });
  await choice.focus();
  await choice.selectOption('Español');
  await expect(page.getByRole('region', { name: 'Biblioteca' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Idioma' })).toBeFocused();
  await expect(root).toHaveAttribute('lang', 'es');

  await page.reload();
  await expect(page.getByRole('region', { name: 'Biblioteca' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Idioma' }).selectOption('English');
  await expect(page.getByRole('region', { name: 'Library' })).toBeVisible();
});

test.describe('in a German browser', () => {
  test.use({ locale: 'de-AT' });

  test('the page is German', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('region', { name: 'Bibliothek' })).toBeVisible();
  });
});
