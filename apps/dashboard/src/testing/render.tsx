import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { render } from 'vitest-browser-react';
import { makeQueryClient } from '../query-client.ts';
import { makeRouter } from '../routes.tsx';
import '../styles/app.css';

/** A component on its own, with a query client. */
export const show = (children: ReactNode) =>
  render(<QueryClientProvider client={makeQueryClient()}>{children}</QueryClientProvider>);

/** The whole Dashboard at an address; answers come from msw. */
export async function visit(path: string) {
  const queryClient = makeQueryClient();
  const router = makeRouter(queryClient);
  router.update({ history: createMemoryHistory({ initialEntries: [path] }), context: { queryClient } });
  const screen = await render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return Object.assign(screen, { router });
}
