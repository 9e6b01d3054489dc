import { STUDIO } from './cast.ts';
import type { DemoPerson } from './demo-repository.ts';
import type { Scene } from './scene.ts';
import { contentOf } from './site-content-scenes.ts';
import type { Sent, Troupe } from './troupe.ts';

/** A small account of somebody else, so that the account switcher has something to switch to. */
export function studioScenes(studio: Troupe, people: readonly DemoPerson[]): readonly Scene[] {
  const { founder, viewer, editor, site } = STUDIO;
  const addressOf = (name: string) => people.find((one) => one.name === name)!.email;
  let [toViewer, toEditor]: (Sent | undefined)[] = [];
  return [
    { daysAgo: 99, play: () => studio.addSite(founder, site) },
    {
      daysAgo: 98,
      play: async () => {
        toViewer = await studio.inviteToAccount(founder, addressOf(viewer), 'viewer');
        toEditor = await studio.inviteToSite(founder, site.name, addressOf(editor), 'content_editor');
      },
    },
    { daysAgo: 97.5, play: () => studio.accept(viewer, toViewer!) },
    { daysAgo: 97, play: () => studio.accept(editor, toEditor!) },
    ...contentOf(studio, site.name, 90, () => founder),
    {
      daysAgo: 0.5,
      play: () => studio.inviteToSite(founder, site.name, 'iris@cornerbooks.example', 'owner'),
    },
  ];
}
