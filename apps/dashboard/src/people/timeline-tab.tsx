import type { AuditAction } from '@keyholder/domain';
import {
  Building2,
  CalendarClock,
  KeyRound,
  LogIn,
  LogOut,
  MailPlus,
  MailX,
  Pencil,
  Send,
  Shuffle,
  Undo2,
  UserMinus,
  UserPlus,
} from 'lucide-react';
import { timelineSentence, timelineWords as words } from '../messages/timeline.ts';
import { RestoreButton } from '../restore-button.tsx';
import { useAccount, useMay } from '../session/account.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Timeline } from '../ui/timeline.tsx';
import type { PersonDetail } from './people-queries.ts';

/** What happened to one person in this account. */
export function TimelineTab({ person }: { person: PersonDetail }) {
  const account = useAccount();
  const may = useMay();
  if (person.timeline.length === 0) return <EmptyState text={words.empty} />;
  return (
    <div className="flex max-w-reading flex-col gap-4">
      <Timeline
        items={person.timeline.map((event) => {
          const Icon = ICONS[event.action];
          return {
            id: event.id,
            at: event.at,
            icon: <Icon size={16} strokeWidth={1.5} />,
            text: timelineSentence(event, person.user),
            detail: event.reason === null ? undefined : words.reason(event.reason),
            action: may('team.manage') && (
              <RestoreButton
                event={{ ...event, person: person.user, site: event.site }}
                accountId={account.id}
              />
            ),
          };
        })}
      />
      {person.timeline.length >= LONGEST && <p className="text-13 text-ink-3">{words.last(LONGEST)}</p>}
    </div>
  );
}

/** As many as the API tells. */
const LONGEST = 50;

const ICONS = {
  'account.created': Building2,
  'account.renamed': Pencil,
  'account.plan_changed': Pencil,
  'account.slug_changed': Pencil,
  'account.policies_changed': Pencil,
  'account.deleted': Building2,
  'ownership.offered': Send,
  'ownership.withdrawn': Undo2,
  'ownership.transferred': Shuffle,
  'sso.connection_created': LogIn,
  'sso.connection_changed': Pencil,
  'sso.connection_deleted': LogOut,
  'sso.domain_added': LogIn,
  'sso.domain_verified': LogIn,
  'sso.domain_removed': LogOut,
  'sso.enforced': KeyRound,
  'site.created': Building2,
  'site.updated': Pencil,
  'site.deleted': Building2,
  'account_member.joined': LogIn,
  'account_member.role_changed': Shuffle,
  'account_member.removed': UserMinus,
  'account_member.left': LogOut,
  'account_member.restored': Undo2,
  'site_member.joined': LogIn,
  'site_member.assigned': UserPlus,
  'site_member.role_changed': Shuffle,
  'site_member.access_until_changed': CalendarClock,
  'site_member.access_ended': CalendarClock,
  'site_member.removed': UserMinus,
  'site_member.left': LogOut,
  'site_member.restored': Undo2,
  'invitation.created': MailPlus,
  'invitation.resent': Send,
  'invitation.revoked': MailX,
  'invitation.accepted': LogIn,
  'invitation.declined': MailX,
  'invitation.adopted': Pencil,
  'invitation.new_link_requested': Send,
  'page.created': Pencil,
  'page.updated': Pencil,
  'page.published': Send,
  'page.unpublished': Undo2,
  'page.deleted': Pencil,
  'post.created': Pencil,
  'post.updated': Pencil,
  'post.published': Send,
  'post.unpublished': Undo2,
  'post.deleted': Pencil,
  'seo.updated': Pencil,
  'redirect.created': Pencil,
  'redirect.updated': Pencil,
  'redirect.deleted': Pencil,
  'code.updated': Pencil,
  'api_key.created': KeyRound,
  'api_key.revoked': KeyRound,
  'form.created': Pencil,
  'form.updated': Pencil,
  'form.deleted': Pencil,
  'order.created': Pencil,
  'order.status_changed': Pencil,
  'site.settings_changed': Pencil,
  'webhook.created': Pencil,
  'webhook.updated': Pencil,
  'webhook.disabled': Pencil,
  'webhook.secret_rotated': KeyRound,
  'webhook.deleted': Pencil,
  'webhook.test_sent': Send,
  'webhook.delivery_replayed': Send,
} as const satisfies Record<AuditAction, typeof Pencil>;
