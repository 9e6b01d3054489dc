import type { TestServer } from '@keyholder/db/testing';
import { createWorld } from './world.ts';
import type { World, WorldOptions } from './world.ts';
import type { Account, Person, Site } from './people.ts';

/** An agency as most tests want it: its owner, an admin, one site with an Owner and a Platform Admin of its own. */
export interface Setting {
  readonly world: World;
  readonly sarah: Person;
  readonly admin: Person;
  readonly agency: Account;
  readonly site: Site;
  readonly siteOwner: Person;
  readonly platformAdmin: Person;
}

/** Sarah owns the agency but is on no site: the site belongs to `siteOwner` [R3]. */
export async function createSetting(server: TestServer, options?: WorldOptions): Promise<Setting> {
  const world = await createWorld(server, options);
  const sarah = await world.person('Sarah Chen');
  const agency = await world.account(sarah, 'Bright Lines Agency');
  const admin = await world.enroll(await world.person('Priya Nair'), agency, 'admin');
  const founder = await world.enroll(await world.person('Amara Okafor'), agency, 'member');
  const site = await world.site(founder, agency, 'Northwind Coffee');
  const platformAdmin = await world.place(await world.person('Wei Zhang'), agency, site, 'platform_admin');
  return { world, sarah, admin, agency, site, siteOwner: founder, platformAdmin };
}
