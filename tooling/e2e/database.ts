import { cloneDatabase, startTestServer } from '@keyholder/db/testing';
import type { Plan } from '@keyholder/domain';
import postgres from 'postgres';

export interface TestDatabase {
  readonly url: string;
  /** Puts the last mail of every open invitation to this address that long into the past, as if time had gone by. */
  age(email: string, hours: number): Promise<void>;
  setPlan(accountId: string, plan: Plan): Promise<void>;
  /** As if this person had signed in so many minutes ago. */
  signedInAgo(email: string, minutes: number): Promise<void>;
  /** As if the DNS of the domain had said so. */
  proveDomain(domain: string): Promise<void>;
  /** How many people have an address there. */
  peopleAt(domain: string): Promise<number>;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own, so that a test can let time pass without waiting for it. */
export async function startDatabase(): Promise<TestDatabase> {
  const server = await startTestServer();
  const { url } = await cloneDatabase(server);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return {
    url,
    age: async (email, hours) => {
      const passed = `${hours} hours`;
      const { count } = await sql`
        update invitation set sent_at = sent_at - ${passed}::interval, expires_at = expires_at - ${passed}::interval,
          created_at = created_at - ${passed}::interval
        where email = ${email} and state = 'pending'`;
      if (count === 0) throw new Error(`There is no open invitation to ${email}`);
    },
    signedInAgo: async (email, minutes) => {
      await sql`
        update session set created_at = created_at - ${`${minutes} minutes`}::interval
        where user_id = (select id from "user" where email = ${email})`;
    },
    setPlan: async (accountId, plan) => {
      await sql`update account set plan = ${plan} where id = ${accountId}`;
    },
    proveDomain: async (domain) => {
      const { count } = await sql`update sso_domain set verified_at = now() where domain = ${domain}`;
      if (count !== 1) throw new Error(`${domain} was claimed ${count} times`);
    },
    peopleAt: async (domain) => (await sql`select 1 from "user" where email like ${`%@${domain}`}`).length,
    stop: async () => {
      await sql.end({ timeout: 5 });
      await server.stop();
    },
  };
}
