import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS } from './audit.ts';
import {
  WEBHOOK_EVENTS,
  WEBHOOK_PATIENCE_MS,
  isBeyondPatience,
  isOverlapping,
  isWebhookUrl,
  webhookEventOf,
} from './webhook.ts';

describe('what a webhook tells', () => {
  it('is every change of a membership and of an invitation', () => {
    const silent = new Set(['invitation.adopted', 'invitation.new_link_requested']);
    for (const action of AUDIT_ACTIONS) {
      const event = webhookEventOf(action);
      const [noun] = action.split('.');
      if (noun === 'invitation' && !silent.has(action)) expect(event, action).toMatch(/^invitation\./);
      else if (noun === 'site_member' || noun === 'account_member')
        expect(event, action).toMatch(/^membership\./);
      else if (event !== null) expect(action).toBe('ownership.transferred');
    }
  });

  it('leaves no event without a change that causes it', () => {
    const caused = new Set(AUDIT_ACTIONS.map(webhookEventOf));
    expect(WEBHOOK_EVENTS.filter((event) => !caused.has(event))).toEqual([]);
  });
});

describe('patience with an endpoint', () => {
  it('ends exactly after its days of nothing but failures', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true }),
        fc.integer({ min: 0, max: 2 * WEBHOOK_PATIENCE_MS }),
        (since, later) => {
          fc.pre(!Number.isNaN(new Date(since.getTime() + later).getTime()));
          expect(isBeyondPatience(since, new Date(since.getTime() + later))).toBe(
            later >= WEBHOOK_PATIENCE_MS,
          );
        },
      ),
    );
    expect(isBeyondPatience(null, new Date())).toBe(false);
  });
});

describe('a rotated secret', () => {
  it('is honoured until the last millisecond of the overlap', () => {
    const until = new Date('2026-11-21T10:00:00.000Z');
    expect(isOverlapping(until, new Date(until.getTime() - 1))).toBe(true);
    expect(isOverlapping(until, until)).toBe(false);
    expect(isOverlapping(null, until)).toBe(false);
  });
});

describe('the address of an endpoint', () => {
  it.each([
    ['https://hooks.example.com/keyholder', true],
    ['https://hooks.example.com:8443/a?b=c', true],
    ['http://hooks.example.com/', false],
    ['https://user:secret@hooks.example.com/', false],
    ['https://hooks.example.com/#part', false],
    ['ftp://hooks.example.com/', false],
    ['hooks.example.com', false],
    ['http://127.0.0.1:9/', false],
    [`https://hooks.example.com/${'a'.repeat(2_000)}`, false],
  ])('%s → %s', (url, allowed) => {
    expect(isWebhookUrl(url, false)).toBe(allowed);
  });

  it('may be this machine outside production only', () => {
    expect(isWebhookUrl('http://127.0.0.1:4000/hook', true)).toBe(true);
    expect(isWebhookUrl('http://10.0.0.1/hook', true)).toBe(false);
  });
});
