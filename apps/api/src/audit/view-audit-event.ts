import type { AuditRow } from './audit-event-repository.ts';
import type { ActivityView, AuditEventView } from './audit-event-view.ts';

const ref = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null);

/** What happened and who did it, without the places that it came from. */
export function viewActivity(row: AuditRow): ActivityView {
  const site = ref(row.site_id, row.site_name);
  const person = ref(row.user_id, row.person_name);
  return {
    id: row.id,
    seq: Number(row.seq),
    at: new Date(row.at).toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    action: row.action,
    ...(site ? { site } : {}),
    target: { kind: row.target_kind, id: row.target_id, label: row.target_label },
    ...(person ? { person } : {}),
    before: row.before,
    after: row.after,
    reason: row.reason,
    correlationId: row.correlation_id,
  };
}

export const viewAuditEvent = (row: AuditRow): AuditEventView => ({
  ...viewActivity(row),
  ip: row.ip,
  userAgent: row.user_agent,
  requestId: row.request_id,
});
