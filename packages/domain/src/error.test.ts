import { describe, expect, it } from 'vitest';
import { DomainError, ERROR_CODES, ERROR_STATUS, allow, fail, must, refuse } from './index.ts';

/** http-api.md: its conventions, its refusals, and product.md §8 for what may break. */
const CONTRACT = {
  'request.malformed': 400,
  'auth.required': 401,
  'invitation.sign_in_required': 401,
  'permission.denied': 403,
  'auth.reauthentication_required': 403,
  'auth.second_factor_required': 403,
  'auth.sso_required': 403,
  'invitation.sso_required': 403,
  'request.cross_origin': 403,
  'role.not_grantable': 403,
  'role.not_manageable': 403,
  'member.is_yourself': 403,
  'api_key.not_grantable': 403,
  'review.own_access': 403,
  not_found: 404,
  'member.not_found': 404,
  'invitation.already_pending': 409,
  'invitation.not_pending': 409,
  'invitation.wrong_person': 409,
  'member.already_active': 409,
  'member.not_restorable': 409,
  'account.last_owner': 409,
  'account.slug_taken': 409,
  'site.last_owner': 409,
  'seat.limit_reached': 409,
  'second_factor.already_on': 409,
  'second_factor.not_on': 409,
  'access_changes.refused': 409,
  'sso.domain_taken': 409,
  'sso.domain_not_proven': 409,
  'review.finished': 409,
  'webhook.limit_reached': 409,
  'webhook.disabled': 409,
  'form.closed': 409,
  'order.number_taken': 409,
  'order.status_not_allowed': 409,
  'content.slug_taken': 409,
  'redirect.already_exists': 409,
  'redirect.loop': 409,
  'redirect.limit_reached': 409,
  'invitation.expired': 410,
  'invitation.superseded': 410,
  'invitation.revoked': 410,
  'invitation.declined': 410,
  'invitation.invalid': 410,
  'member.changed': 412,
  'content.changed': 412,
  'request.too_large': 413,
  'request.unsupported_media': 415,
  'validation.failed': 422,
  'access.filter_required': 422,
  'idempotency.mismatch': 422,
  'rate.limited': 429,
  'internal.error': 500,
  'service.unavailable': 503,
};

describe('the error codes', () => {
  it('are a closed list, each with the status of the contract', () => {
    expect(ERROR_STATUS).toEqual(CONTRACT);
    expect(ERROR_CODES).toEqual(Object.keys(CONTRACT));
  });

  it.each(ERROR_CODES.filter((code) => code !== 'not_found'))('%s is written noun.reason', (code) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/);
  });
});

describe('a decision', () => {
  it('that allows gives its value', () => {
    expect(must(allow({ role: 'developer' }))).toEqual({ role: 'developer' });
  });

  it('that refuses stops the command with its code and facts, so that the transaction rolls back', () => {
    const stopped = () => must(refuse('rate.limited', { retryAfter: 7 }));
    expect(stopped).toThrow(DomainError);
    expect(stopped).toThrow(
      expect.objectContaining({ code: 'rate.limited', facts: { retryAfter: 7 }, message: 'rate.limited' }),
    );
  });

  it('without facts has none to tell', () => {
    expect(refuse('permission.denied')).toEqual({ allowed: false, refusal: { code: 'permission.denied' } });
    expect(() => fail('not_found')).toThrow(expect.objectContaining({ code: 'not_found', facts: {} }));
    expect(() => fail('not_found', { a: 1 })).toThrow(expect.objectContaining({ facts: { a: 1 } }));
  });
});
