import { canonicalEmail } from '@keyholder/domain';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiProblem } from '../problem.ts';
import type { SiteHere } from '../site-here.ts';
import { addressQuery, likelyAddress } from './address-check.ts';
import type { Address } from './address-lines.tsx';

/** The addresses of the dialog with what is known about each. */
export function useAddresses(site: SiteHere, readsTeam: boolean, initial: readonly string[]) {
  const [values, setValues] = useState<readonly string[]>(initial.map(tidy));
  const [refused, setRefused] = useState<ReadonlyMap<string, ApiProblem>>(new Map());
  const facts = useQueries({
    queries: values.map((email) => ({
      ...addressQuery(site, readsTeam, email),
      enabled: canonicalEmail(email) !== null,
    })),
  });
  const addresses = values.map((email, index): Address => ({
    email,
    malformed: canonicalEmail(email) === null,
    meant: likelyAddress(email),
    facts: facts[index]?.data,
    refusal: refused.get(email),
  }));
  return {
    addresses,
    write: (next: readonly string[]) => setValues([...new Set(next.map(tidy))]),
    drop: (email: string) => setValues((old) => old.filter((each) => each !== email)),
    replace: (email: string, by: string) =>
      setValues((old) => [...new Set(old.map((each) => (each === email ? by : each)))]),
    /** After sending: who was refused stays, with the reason. */
    settle: (sent: readonly string[], refusals: ReadonlyMap<string, ApiProblem>) => {
      setRefused(refusals);
      setValues((old) => old.filter((email) => !sent.includes(email)));
    },
  };
}

/** The form under which the server compares addresses, where it is one. */
const tidy = (text: string): string => canonicalEmail(text) ?? text;
