import { checkScreen } from '../screens.ts';
import { expect, test } from '../test.ts';

test.describe('a new Keyholder', () => {
  test('greets a stranger with a sign-in page that everybody can use', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
    await checkScreen(page, 'sign-in');
  });
});
