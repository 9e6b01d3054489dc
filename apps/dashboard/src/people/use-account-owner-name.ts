import { useQuery } from '@tanstack/react-query';
import { personWords } from '../messages/people.ts';
import { useAccount } from '../session/account.ts';
import { accountOwnerQuery } from './people-queries.ts';

/** Who stands in on sites without Owner [R10], by name once it is known. */
export const useAccountOwnerName = (): string =>
  useQuery(accountOwnerQuery(useAccount().id)).data?.user.name ?? personWords.accountOwner;
