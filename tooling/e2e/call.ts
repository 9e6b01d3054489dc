import type { Page } from '@playwright/test';

/** Calls the API with the cookies of `page`, for what a test needs but is not about; a refusal ends the test. */
export async function call<Answer = unknown>(
  page: Page,
  url: string,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer> {
  const answer = await page.request.fetch(`${url}${path}`, {
    method,
    headers: { origin: url, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { data: JSON.stringify(body ?? {}) }),
  });
  const text = await answer.text();
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${text}`);
  return (text.startsWith('{') ? JSON.parse(text) : undefined) as Answer;
}
