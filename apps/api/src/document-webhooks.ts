import { WEBHOOK_EVENTS } from '@keyholder/domain';
import type { WebhookEvent } from '@keyholder/domain';

const SAID: Readonly<Record<WebhookEvent, string>> = {
  'membership.created': 'Somebody became a member of a site or of the account',
  'membership.changed': 'A role or the end of an access changed',
  'membership.removed': 'Somebody is no longer a member',
  'invitation.created': 'Somebody was invited',
  'invitation.resent': 'An invitation was sent again',
  'invitation.accepted': 'An invitation was accepted',
  'invitation.declined': 'An invitation was declined',
  'invitation.revoked': 'An invitation was withdrawn',
};

const ID = '01980c1e-5b7a-7c3d-9f42-6a1b2c3d4e5f';
const id = { type: ['string', 'null'], format: 'uuid' };
const facts = { type: ['object', 'null'], additionalProperties: true };
const header = (name: string, description: string) => ({
  ...{ in: 'header', name, required: true, description },
  schema: { type: 'string' },
});

const HEADERS = [
  header('webhook-id', 'The same for every try of one message: take each only once.'),
  header('webhook-timestamp', 'When this try was sent, in seconds.'),
  header('webhook-signature', 'One signature, or two for a day after the secret was rotated.'),
];

/** What an endpoint is sent, one entry per event (https://www.standardwebhooks.com). */
export const WEBHOOKS = Object.fromEntries(
  WEBHOOK_EVENTS.map((event) => [
    event,
    {
      post: {
        operationId: `on.${event}`,
        tags: ['Webhooks'],
        summary: SAID[event],
        parameters: HEADERS,
        requestBody: {
          required: true,
          content: { 'application/json': { schema: messageOf(event), example: exampleOf(event) } },
        },
        responses: { '2XX': { description: 'Taken. Anything else is tried again, later and later.' } },
      },
    },
  ]),
);

function messageOf(event: WebhookEvent) {
  return {
    type: 'object',
    required: ['type', 'timestamp', 'data'],
    properties: {
      type: { type: 'string', const: event },
      timestamp: { type: 'string', format: 'date-time', description: 'When it happened.' },
      data: {
        type: 'object',
        properties: {
          ...{ eventId: id, action: { type: 'string' }, accountId: id, siteId: id, userId: id },
          ...{ invitationId: id, actor: { type: 'object', additionalProperties: true } },
          ...{ before: facts, after: facts, correlationId: id },
        },
      },
    },
  };
}

function exampleOf(event: WebhookEvent) {
  const [noun, happened] = event.split('.');
  const invitation = noun === 'invitation';
  return {
    type: event,
    timestamp: '2026-11-21T09:30:00.000Z',
    data: {
      eventId: ID,
      action: invitation ? event : 'site_member.role_changed',
      ...{ accountId: ID, siteId: ID, userId: invitation ? null : ID, invitationId: invitation ? ID : null },
      actor: { kind: 'person', id: ID },
      before: happened === 'created' ? null : { role: 'content_editor' },
      after: happened === 'removed' ? null : { role: 'developer' },
      correlationId: ID,
    },
  };
}
