import type { AccountRole } from '@keyholder/domain';

/** Sites, people and roles of the demo, with the names of the pictures in the design. Nobody here exists. */
export const AGENCY = 'Bright Lines Agency';

export const SITES = [
  { name: 'Northwind Coffee', domain: 'northwindcoffee.com' },
  { name: 'Harbour Dental', domain: 'harbourdental.example' },
  { name: 'Kestrel Outdoor', domain: 'kestreloutdoor.example' },
  { name: 'Lumen Yoga', domain: 'lumenyoga.example' },
  { name: 'Atlas Movers', domain: 'atlasmovers.example' },
  { name: 'Fern & Co', domain: 'fernandco.example' },
  { name: 'Pixel Parade', domain: 'pixelparade.example' },
  { name: 'Old Mill Bakery', domain: 'oldmillbakery.example' },
  { name: 'Orchard Homes', domain: 'orchardhomes.example' },
  { name: 'Tidal Surf', domain: 'tidalsurf.example' },
  { name: 'Granite Law', domain: 'granitelaw.example' },
  { name: 'Juno Skincare', domain: 'junoskincare.example' },
  { name: 'Mapletown', domain: 'mapletown.example' },
  { name: 'Verve Studio', domain: 'vervestudio.example' },
] as const;
export type SiteName = (typeof SITES)[number]['name'];

export interface Member {
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  /** Days ago; null: never active. */
  readonly joined: number;
  readonly active: number | null;
  /** The letters of their role on each site in the order of `SITES`, as they began; `story.ts` tells what came after. */
  readonly access: string;
}

const member = (
  name: string,
  email: string,
  role: AccountRole,
  [joined, active]: readonly [joined: number, active: number | null],
  access = '',
): Member => ({ name, email, role, joined, active, access });

/** Founds the account and gives herself a role on every site. */
export const FOUNDER = member('Sarah Chen', 'sarah@yourteam.com', 'owner', [300, 0.002]);

/** Set all sites up and left the agency: whatever had no other Owner has been without one since. */
export const FORMER_LEAD = member('Owen Blake', 'owen@yourteam.com', 'admin', [290, 76]);

/** Was on one site only, so that nothing of them is left in the account. */
export const FORMER_FREELANCER = member(
  'Tara Quinn',
  'tara@freelance.example',
  'collaborator',
  [120, 22],
  '-- -- -- -- -- -- -- -- -- -- -- SE -- --',
);

/** With the founder 38 people. */
// A table, to be read like the access matrix.
// prettier-ignore
export const PEOPLE: readonly Member[] = [
  //                                                                                  NW HD KO LY AM FC PP OM OH TS GL JS MT VS
  member('Amara Okafor', 'amara@northwindcoffee.com', 'collaborator', [263, 1], 'OW PA OW -- PA -- OW -- PA PA -- PA PA --'),
  member('Priya Nair', 'priya@yourteam.com', 'admin', [250, 1.1], 'CE -- MM -- -- -- -- MM -- MM -- MM -- --'),
  member('Lena Park', 'lena@freelance.example', 'collaborator', [232, 3], 'SE SE -- SE SE SE -- SE -- -- SE -- -- SE'),
  member('Rita Vega', 'rita@yourteam.com', 'member', [224, 0.01], 'SA -- SA -- SA SA SA -- -- -- -- -- SA --'),
  member('Tom Halley', 'tom@yourteam.com', 'member', [203, 104], 'CE CE -- -- -- -- -- SA -- -- -- -- -- --'),
  member('Hana Sato', 'hana@freelance.example', 'collaborator', [180, 4], '-- -- -- SE -- -- CE -- -- -- -- -- -- --'),
  member('Jonas Weber', 'jonas@yourteam.com', 'member', [241, 0.2], '-- DV DV DV DV -- DV -- -- -- DV -- -- --'),
  member('Wei Zhang', 'wei@yourteam.com', 'member', [198, 0.1], 'CE CE -- -- -- SE -- CE -- -- -- CE -- --'),
  member('Noor Haddad', 'noor@haddad.example', 'collaborator', [160, 6], '-- -- MM SA -- CE -- CE -- -- -- -- -- --'),
  member('Ilse de Vries', 'ilse@oldmillbakery.example', 'collaborator', [262, 2], '-- SE -- -- -- -- SE OW -- -- -- -- -- CE'),
  member('Mateo Ruiz', 'mateo@ruiz.example', 'collaborator', [261, 0.6], '-- OW -- OW OW OW -- -- -- -- -- -- -- --'),
  member('Grace Kim', 'grace@yourteam.com', 'member', [140, 0.02], '-- -- CE -- DV -- SE -- -- -- -- -- -- --'),
  member('Daniel Osei', 'daniel@yourteam.com', 'admin', [230, 0.4], '-- -- -- -- -- -- -- -- PA PA -- -- -- --'),
  member('Helen Marsh', 'helen@yourteam.com', 'viewer', [210, 12]),
  member('Oscar Lind', 'oscar@yourteam.com', 'viewer', [40, null]),
  member('Marta Nowak', 'marta@yourteam.com', 'member', [190, 0.3], '-- -- -- -- -- -- -- -- -- -- CE CE -- CE'),
  member('Femi Adeyemi', 'femi@yourteam.com', 'member', [185, 1.2], '-- -- -- -- -- -- -- -- DV DV -- -- DV DV'),
  member('Chloe Martin', 'chloe@yourteam.com', 'member', [170, 0.5], '-- -- -- MM -- MM -- -- MM -- -- -- -- --'),
  member('Ravi Menon', 'ravi@yourteam.com', 'member', [150, 2.1], '-- -- SE -- -- -- -- -- -- -- -- SE SE --'),
  member('Yuki Tanaka', 'yuki@freelance.example', 'collaborator', [220, 130], '-- -- -- SA -- -- -- -- -- -- SA -- -- --'),
  member('Emily Hart', 'emily@harbourdental.example', 'collaborator', [259, 5], '-- OW -- -- -- -- -- -- -- -- -- -- -- --'),
  member('Freya Lindqvist', 'freya@kestreloutdoor.example', 'collaborator', [258, 8], '-- -- OW -- -- -- -- -- -- -- -- -- -- --'),
  member('Anika Roy', 'anika@lumenyoga.example', 'collaborator', [257, 1.4], '-- -- -- OW -- -- -- -- -- -- -- -- -- --'),
  member('Pavel Novak', 'pavel@atlasmovers.example', 'collaborator', [256, 21], '-- -- -- -- OW -- -- -- -- -- -- -- -- --'),
  member('Sofia Fernandes', 'sofia@fernandco.example', 'collaborator', [255, 3.3], '-- -- -- -- -- OW -- -- -- -- -- -- -- --'),
  member('Leo Duarte', 'leo@pixelparade.example', 'collaborator', [254, 0.8], '-- -- -- -- -- -- OW -- -- -- -- -- -- --'),
  member('Martha Bell', 'martha@oldmillbakery.example', 'collaborator', [149, null], '-- -- -- -- -- -- -- CE -- -- -- -- -- --'),
  member('Carlos Mendes', 'carlos@orchardhomes.example', 'collaborator', [253, 17], '-- -- -- -- -- -- -- -- OW -- -- -- -- --'),
  member('Nina Olsen', 'nina@orchardhomes.example', 'collaborator', [110, 9], '-- -- -- -- -- -- -- -- OW -- -- -- -- --'),
  member('Kai Nakamura', 'kai@tidalsurf.example', 'collaborator', [252, 2.7], '-- -- -- -- -- -- -- -- -- OW -- -- -- --'),
  member('Ruth Adler', 'ruth@granitelaw.example', 'collaborator', [251, 6.5], '-- -- -- -- -- -- -- -- -- -- OW -- -- --'),
  member('Samuel Stone', 'samuel@granitelaw.example', 'collaborator', [128, 97], '-- -- -- -- -- -- -- -- -- -- OW -- -- --'),
  member('June Abbott', 'june@junoskincare.example', 'collaborator', [249, 1.9], '-- -- -- -- -- -- -- -- -- -- -- OW -- --'),
  member('Peter Wolfe', 'peter@mapletown.example', 'collaborator', [248, 33], '-- -- -- -- -- -- -- -- -- -- -- -- OW --'),
  member('Claire Dubois', 'claire@vervestudio.example', 'collaborator', [247, 0.7], '-- -- -- -- -- -- -- -- -- -- -- -- -- PA'),
  member('Theo Grant', 'theo@freelance.example', 'collaborator', [175, 95], '-- -- -- -- -- -- -- -- -- -- -- DV DV --'),
  member('Aisha Karim', 'aisha@freelance.example', 'collaborator', [18, null], '-- -- -- -- -- -- -- -- -- CE -- -- -- --'),
];

/** The second account of the switcher: somebody else's, in which the founder only looks. */
export const STUDIO = {
  name: 'Side Street Studio',
  site: { name: 'Corner Books', domain: 'cornerbooks.example' },
  founder: 'Mateo Ruiz',
  viewer: FOUNDER.name,
  editor: 'Grace Kim',
} as const;
