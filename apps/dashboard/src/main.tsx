import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keptToken } from './accept/kept-token.ts';
import { makeQueryClient } from './query-client.ts';
import { makeRouter } from './routes.tsx';
import { takeToken } from './session/fragment-token.ts';
import './styles/app.css';

// Before the router reads the address and before the first request.
if (location.pathname === '/invitation') keptToken();
else takeToken();

const queryClient = makeQueryClient();
const router = makeRouter(queryClient);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
