import { describe, expect, it } from 'vitest';
import { rooms } from './rooms.ts';

const found = (path: string, text: string) => rooms.check([{ path, text }]).map((problem) => problem.message);

describe('rooms', () => {
  it.each([
    ['packages/domain/src/role.ts', "import { randomUUID } from 'node:crypto';"],
    ['packages/domain/src/role.ts', "import { z } from 'zod';"],
    ['packages/domain/src/role.ts', "export * from '../../db/src/write.ts';"],
    ['packages/db/src/write.ts', "import type { Context } from 'hono';"],
    ['packages/db/src/write.ts', "import { z } from 'zod';"],
    ['packages/db/src/write.ts', "import type { Client } from '@keyholder/api/client';"],
    ['apps/api/src/members/remove-member.ts', "import { HTTPException } from 'hono/http-exception';"],
    ['apps/api/src/members/remove-member.ts', "import { env } from '../env.ts';"],
    ['apps/api/src/members/remove-member.ts', "import { app } from '../app.ts';"],
    ['apps/api/src/members/remove-member.ts', "import { z } from '@hono/zod-validator';"],
    ['apps/api/src/events/streams.ts', "import { removeMember } from '../members/remove-member.ts';"],
    ['apps/api/src/http/authenticate.ts', "import { readSession } from '../members/member-repository.ts';"],
    ['apps/api/src/members/member-view.ts', "import { siteMembers } from '@keyholder/db/schema';"],
    ['apps/api/src/members/remove-member.ts', "import { lockRoster } from '../sites/site-repository.ts';"],
    ['apps/api/src/members/remove-member.ts', "const other = await import('../sites/create-site.ts');"],
    ['apps/api/src/members/remove-member.ts', "type Site = import('../sites/create-site.ts').Site;"],
    ['apps/api/src/members/routes.ts', "import { write } from '@keyholder/db';"],
    ['apps/api/src/members/routes.ts', "import { siteMembers } from '@keyholder/db/schema';"],
    ['apps/api/src/members/routes.ts', "import { readRoster } from './member-repository.ts';"],
    ['apps/api/src/members/routes.ts', "import { createSite } from '../sites/create-site.ts';"],
    ['apps/api/src/members/member-repository.ts', "import { Hono } from 'hono';"],
    ['apps/dashboard/src/members/drawer.tsx', "import { Offer } from '../invitations/offer.tsx';"],
    ['apps/dashboard/src/members/drawer.tsx', "import { MembersPage } from '../pages/members.tsx';"],
    ['apps/dashboard/src/members/drawer.tsx', "import { Shell } from '../shell/shell.tsx';"],
    ['apps/dashboard/src/members/drawer.tsx', "import { Dialog } from '@base-ui/react/dialog';"],
    ['apps/dashboard/src/members/drawer.tsx', "import { write } from '@keyholder/db';"],
    ['apps/dashboard/src/api.ts', "import { app } from '@keyholder/api/client';"],
    ['apps/dashboard/src/api.ts', "import type { World } from '@keyholder/api/testing';"],
    ['apps/dashboard/src/ui/button.tsx', "import { me } from '../session/me.ts';"],
    ['apps/dashboard/src/ui/button.tsx', "import type { SiteRole } from '@keyholder/domain';"],
    ['apps/dashboard/src/ui/button.tsx', "import { useQuery } from '@tanstack/react-query';"],
  ])('refuse in %s: %s', (path, text) => {
    expect(found(path, text)).toHaveLength(1);
  });

  it.each([
    ['packages/domain/src/role.ts', "import { SITE_PERMISSIONS } from './permission.ts';"],
    [
      'packages/db/src/write.ts',
      "import { must } from '@keyholder/domain'; import { sql } from 'drizzle-orm';",
    ],
    ['packages/db/src/embedded.ts', "import { join } from 'node:path';"],
    ['apps/api/src/members/remove-member.ts', "import { saveRemoval } from './member-repository.ts';"],
    ['apps/api/src/members/remove-member.ts', "import type { Deps } from '../deps.ts';"],
    ['apps/api/src/members/routes.ts', "import { Hono } from 'hono'; import { z } from 'zod';"],
    ['apps/api/src/members/routes.ts', "import { removeMember } from './remove-member.ts';"],
    ['apps/api/src/members/remove-member.test.ts', "import { createSite } from '../sites/create-site.ts';"],
    ['apps/api/src/app.ts', "import { memberRoutes } from './members/routes.ts';"],
    ['apps/dashboard/src/members/drawer.tsx', "import { Drawer } from '../ui/drawer.tsx';"],
    ['apps/dashboard/src/pages/members.tsx', "import { Drawer } from '../members/drawer.tsx';"],
    ['apps/dashboard/src/api.ts', "import type { Client } from '@keyholder/api/client';"],
    [
      'apps/dashboard/src/ui/dialog.tsx',
      "import { Dialog } from '@base-ui/react/dialog'; import { cx } from './cx.ts';",
    ],
  ])('allow in %s: %s', (path, text) => {
    expect(found(path, text)).toEqual([]);
  });
});
