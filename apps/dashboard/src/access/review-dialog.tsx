import { SITE_ROLE_LABELS, type SiteRole } from '@keyholder/domain';
import { accessWords as words } from '../messages/access.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Note } from '../ui/note.tsx';
import { keyOf, kindOf, type Staged, type Summary } from './staging.ts';
import type { Staging } from './use-staging.ts';

/** The staged changes as sentences, before they are saved; those that were refused with the reason. */
export function ReviewDialog({
  staging,
  summary,
  owner,
  account,
  onClose,
}: {
  staging: Staging;
  summary: Summary;
  /** Stands in where a site has no Owner [R10]. */
  owner: string;
  account: string;
  onClose: () => void;
}) {
  const { changes, refused, saving } = staging;
  return (
    <Dialog
      open
      form
      onClose={onClose}
      title={words.reviewTitle(changes.length)}
      description={changes.length > 0 && words.reviewEffect}
      footer={
        <>
          <Button onClick={onClose}>{words.close}</Button>
          {changes.length > 0 && (
            <Button
              kind="primary"
              busy={saving}
              busyLabel={words.saving}
              onClick={() => {
                staging.save();
                onClose();
              }}
            >
              {words.save}
            </Button>
          )}
        </>
      }
    >
      {summary.ownerless.length > 0 && <Note>{words.ownerlessSites(summary.ownerless, owner)}</Note>}
      {summary.leaving.length > 0 && <Note>{words.leaving(summary.leaving, account)}</Note>}
      {refused.size > 0 && (
        <section aria-label={words.refusedTitle}>
          <h3 className="pb-1 text-14 font-semibold text-danger">{words.refusedTitle}</h3>
          <ul className="divide-y divide-line">
            {[...refused].map(([key, { change, reason }]) => (
              <li key={key} className="py-2 text-13">
                <b className="font-semibold">{words.refusedLine(change.person.name, change.site.name)}</b>{' '}
                {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      {changes.length > 0 && (
        <ul className="divide-y divide-line">
          {changes.map((change) => (
            <li key={keyOf(change)} className="flex flex-wrap items-center gap-x-3 py-1.5">
              <span className="min-w-0 flex-1 basis-60">{sentenceOf(change)}</span>
              <Button
                kind="link"
                size="small"
                aria-label={words.takeBackOne(change.person.name, change.site.name)}
                onClick={() => {
                  staging.takeBack(keyOf(change));
                  if (changes.length === 1 && refused.size === 0) onClose();
                }}
              >
                {words.takeBackShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

const label = (role: SiteRole | null): string => (role === null ? '' : SITE_ROLE_LABELS[role]);

function sentenceOf(change: Staged): string {
  const kind = kindOf(change);
  const { person, site, from, to } = change;
  const say = words.sentences[kind];
  return kind === 'removal'
    ? say(person.name, label(from), site.name, '')
    : say(person.name, label(to), site.name, label(from));
}
