import type { Contract } from './app.ts';

/** The routes of the contract for `hono/client`: `hc<App>(origin)`. */
export type App = Contract;
export type { Problem } from './http/openapi.ts';
