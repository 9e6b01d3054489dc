/** What the event stream of an account tells of (http-api.md, events): the API sends these names, the Dashboard listens for them. */
export const STREAM_EVENTS = [
  'invitation.created',
  'invitation.resent',
  'invitation.revoked',
  'invitation.accepted',
  'invitation.declined',
  'invitation.delivery_changed',
  'api_key.created',
  'api_key.revoked',
  'membership.created',
  'membership.changed',
  'membership.removed',
  'site.created',
  'site.changed',
  'site.removed',
  'account.changed',
  /** Something in the areas of a site: which, nobody learns from this. */
  'site_content.changed',
] as const;
export type StreamEvent = (typeof STREAM_EVENTS)[number];

/** What processes tell each other: all of that, and the end of a session, which only closes streams. */
export type SignalEvent = StreamEvent | 'session.ended';
