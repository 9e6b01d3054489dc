/** A string that the type system will not mix up with another kind of string. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name };

export type UserId = Brand<string, 'UserId'>;
export type AccountId = Brand<string, 'AccountId'>;
export type SiteId = Brand<string, 'SiteId'>;
export type InvitationId = Brand<string, 'InvitationId'>;
export type ApiKeyId = Brand<string, 'ApiKeyId'>;
export type FormId = Brand<string, 'FormId'>;
export type SubmissionId = Brand<string, 'SubmissionId'>;
export type OrderId = Brand<string, 'OrderId'>;
export type ContentId = Brand<string, 'ContentId'>;
export type RedirectId = Brand<string, 'RedirectId'>;
export type SsoConnectionId = Brand<string, 'SsoConnectionId'>;
export type WebhookId = Brand<string, 'WebhookId'>;
export type WebhookDeliveryId = Brand<string, 'WebhookDeliveryId'>;
export type EmailAddress = Brand<string, 'EmailAddress'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a string is written exactly as Keyholder writes ids (lower-case UUID); anything else names nothing. */
export const isId = (text: string): boolean => UUID.test(text);
