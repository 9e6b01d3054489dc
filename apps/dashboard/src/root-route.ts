import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { Root } from './shell/root.tsx';

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Root });
