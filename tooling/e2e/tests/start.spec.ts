import { checkScreen } from '../screens.ts';
import { expect, test } from '../test.ts';

test.describe('a new Keyholder', () => {
  test('greets a stranger with a sign-in page that everybody can use', async ({ page, watch }) => {
    // The browser itself reports the answer to "who am I?".
    watch.expect(/401 .*\/api\/v1\/me/);
    await page.goto('/');
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
    await expect(page.getByRole('button', { name: 'Continue' })).toBeEnabled();
    await checkScreen(page, 'sign-in');
  });
});
