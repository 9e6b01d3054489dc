export { createKeyholder } from './client.ts';
export type { Keyholder } from './client.ts';
export type * from './generated.ts';
export { KeyholderProblem } from './problem.ts';
export type { Connection } from './request.ts';
