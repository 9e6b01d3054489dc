import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { format, resolveConfig } from 'prettier';
import { printRoutes } from '../build/print-routes.ts';
import type { Document } from '../build/print-routes.ts';
import { startApp } from './testing/app.ts';
import type { RunningApp } from './testing/app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp(inject('testServer'));
});
afterAll(() => app.stop());

describe('the types of the client', () => {
  it('are those of the OpenAPI document that the running app serves [R45]', async () => {
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as Document;
    const path = `${import.meta.dirname}/generated.ts`;
    const options = await resolveConfig(path, { editorconfig: false });
    const text = await format(printRoutes(document), { ...options, parser: 'typescript' });
    await expect(text, 'pnpm --filter @keyholder/client generate').toMatchFileSnapshot(path);
  });
});
