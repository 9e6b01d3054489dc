import type { Change } from './changes.ts';
import type { Setting } from './setting.ts';

/** The commands that change what a site says: pages, posts, search engine texts, redirects, code. */
export function contentChangesIn(setting: () => Setting): readonly Change[] {
  const site = () => `/api/v1/sites/${setting().site.id}`;
  const by = () => setting().siteOwner;
  let number = 0;
  const unique = () => `recorded-${(number += 1)}`;
  const written = async (area: string): Promise<string> =>
    `${site()}/${area}/${(await by().post(`${site()}/${area}`, { title: unique() })).body.id}`;
  const redirected = async (): Promise<string> => {
    const { body } = await by().post(`${site()}/redirects`, { path: `/${unique()}`, target: '/new' });
    return `${site()}/redirects/${body.id}`;
  };

  const ofArea = (area: 'pages' | 'posts', noun: 'page' | 'post'): Change[] => [
    {
      name: `writing a ${noun}`,
      actions: [`${noun}.created`],
      prepare: async () => () => by().post(`${site()}/${area}`, { title: unique(), body: '# Hello' }),
    },
    {
      name: `editing a ${noun}`,
      actions: [`${noun}.updated`],
      prepare: async () => {
        const path = await written(area);
        return () => by().patch(path, { body: '# Other' });
      },
    },
    {
      name: `publishing a ${noun}`,
      actions: [`${noun}.published`],
      prepare: async () => {
        const path = await written(area);
        return () => by().post(`${path}/publish`);
      },
    },
    {
      name: `taking a ${noun} back`,
      actions: [`${noun}.unpublished`],
      prepare: async () => {
        const path = await written(area);
        await by().post(`${path}/publish`);
        return () => by().post(`${path}/unpublish`);
      },
    },
    {
      name: `deleting a ${noun}`,
      actions: [`${noun}.deleted`],
      prepare: async () => {
        const path = await written(area);
        return () => by().delete(path);
      },
    },
  ];

  return [
    ...ofArea('pages', 'page'),
    ...ofArea('posts', 'post'),
    {
      name: 'changing what search engines are told',
      actions: ['seo.updated'],
      prepare: async () => {
        const path = (await written('pages')).replace('/pages/', '/seo/');
        return () => by().patch(path, { title: 'Coffee from the north' });
      },
    },
    {
      name: 'adding a redirect',
      actions: ['redirect.created'],
      prepare: async () => () => by().post(`${site()}/redirects`, { path: `/${unique()}`, target: '/new' }),
    },
    {
      name: 'importing redirects',
      actions: ['redirect.created', 'redirect.created'],
      prepare: async () => () =>
        by().post(`${site()}/redirects/import`, {
          rows: [
            { path: `/${unique()}`, target: '/new' },
            { path: `/${unique()}`, target: '/new', status: '302' },
          ],
        }),
    },
    {
      name: 'changing a redirect',
      actions: ['redirect.updated'],
      prepare: async () => {
        const path = await redirected();
        return () => by().patch(path, { status: 302 });
      },
    },
    {
      name: 'deleting a redirect',
      actions: ['redirect.deleted'],
      prepare: async () => {
        const path = await redirected();
        return () => by().delete(path);
      },
    },
    {
      name: 'saving code',
      actions: ['code.updated'],
      prepare: async () => () => by().put(`${site()}/code`, { css: `/* ${unique()} */`, head: '', body: '' }),
    },
  ];
}
