import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from './me-query.ts';

/** Inside the shell the answer is always there: the route waits for it. */
export const useMe = () => useSuspenseQuery(meQuery).data;
