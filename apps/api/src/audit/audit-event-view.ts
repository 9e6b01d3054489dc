import { ACTOR_KINDS, AUDIT_ACTIONS, AUDIT_TARGETS, SECURITY_ACTIONS, isId } from '@keyholder/domain';
import { z } from 'zod';
import { instantField, siteIdField, userIdField } from '../http/fields.ts';
import { pageFields } from '../lists/query.ts';

const named = z.object({ id: z.string(), name: z.string() });
const facts = z.record(z.string(), z.unknown()).nullable();

/** One change as those see it who may see that it happened, but not from where. */
export const activitySchema = z
  .object({
    id: z.string(),
    seq: z.number().int(),
    at: z.string(),
    actor: z.object({ kind: z.enum(ACTOR_KINDS), id: z.string().nullable(), name: z.string().nullable() }),
    action: z.enum(AUDIT_ACTIONS),
    site: named.optional(),
    target: z.object({ kind: z.enum(AUDIT_TARGETS), id: z.string(), label: z.string().nullable() }),
    person: named.optional(),
    before: facts,
    after: facts,
    reason: z.string().nullable(),
    correlationId: z.string(),
  })
  .meta({ ref: 'Activity' });
export type ActivityView = z.infer<typeof activitySchema>;

const originFields = {
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  requestId: z.string().nullable(),
};

export const auditEventSchema = activitySchema.extend(originFields).meta({ ref: 'AuditEvent' });
export type AuditEventView = z.infer<typeof auditEventSchema>;

/** An event with everything that the same command did. */
export const auditEventDetailSchema = z
  .object({ event: auditEventSchema, related: z.array(auditEventSchema) })
  .meta({ ref: 'AuditEventDetail' });
export type AuditEventDetail = z.infer<typeof auditEventDetailSchema>;

export const securityEventSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    action: z.enum(SECURITY_ACTIONS),
    person: named.optional(),
    site: named.optional(),
    detail: facts,
    ...originFields,
  })
  .meta({ ref: 'SecurityEvent' });
export type SecurityEventView = z.infer<typeof securityEventSchema>;

export const verificationSchema = z
  .object({
    events: z.number().int(),
    intact: z.boolean(),
    firstBad: z
      .object({
        seq: z.number().int(),
        id: z.string().nullable(),
        problem: z.enum(['changed', 'missing', 'unproven']),
      })
      .optional(),
  })
  .meta({ ref: 'AuditVerification' });

const spanFields = {
  /** From this instant on. */
  from: instantField.optional(),
  /** Until before this instant. */
  to: instantField.optional(),
};
const chosenFields = {
  action: z.enum(AUDIT_ACTIONS, { error: 'This is not an action of the audit log.' }).optional(),
  /** A person's id, or `system`. */
  actor: z.union([z.literal('system'), userIdField], { error: 'Name a person by their id.' }).optional(),
  target: z.string().max(36, 'This is not an id.').refine(isId, 'This is not an id.').optional(),
  ...spanFields,
};
const filterFields = { ...chosenFields, site: siteIdField.optional() };
const { limit, cursor } = pageFields;

export const auditExportQuery = z.strictObject(filterFields);
export type AuditFilter = z.infer<typeof auditExportQuery>;
export const auditEventQuery = z.strictObject({ ...filterFields, limit, cursor });
export type AuditEventQuery = z.infer<typeof auditEventQuery>;
export const activityQuery = z.strictObject({ ...chosenFields, limit, cursor });
export type ActivityQuery = z.infer<typeof activityQuery>;
export const securityEventQuery = z.strictObject({
  action: z.enum(SECURITY_ACTIONS, { error: 'This is not a security event.' }).optional(),
  actor: userIdField.optional(),
  ...spanFields,
  limit,
  cursor,
});
export type SecurityEventQuery = z.infer<typeof securityEventQuery>;
