import { ERROR_CODES } from '@keyholder/domain';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../problem.ts';
import { ACTION_LABELS, errorActions, errorText, ERRORS } from './errors.ts';

const CODES = [...ERROR_CODES, 'network', 'offline'] as const;
/** A text that names a control must come with that control. */
const NAMED = Object.entries(ACTION_LABELS).filter(
  ([, label]) => !label.includes('{') && label.split(' ').length > 1,
);

describe('the words for refusals', () => {
  it.each(CODES)('has a sentence for %s', (code) => {
    const text = errorText(new ApiProblem({ status: 400, code }));
    expect(text).toMatch(/^\S.*\.$/);
    expect(text).not.toMatch(/undefined|NaN|please|successfully|oops|!/i);
    if (code !== 'internal.error')
      expect(text).not.toBe(errorText(new ApiProblem({ status: 500, code: 'internal.error' })));
  });

  it.each(CODES)('offers for %s every control that its sentence names', (code) => {
    const text = errorText(new ApiProblem({ status: 400, code }));
    const named = NAMED.filter(([, label]) => text.includes(label)).map(([action]) => action);
    expect(ERRORS[code].actions).toEqual(expect.arrayContaining(named));
  });

  it('asks for the code of an error that nobody knows', () => {
    const unknown = new ApiProblem({ status: 418, code: 'tea.pot', requestId: 'req-7' });
    expect(errorText(unknown)).toBe(
      'That did not work. Nothing was changed. Try again, and if it fails again send us code req-7.',
    );
    expect(errorActions('tea.pot')).toEqual(['retry', 'copy_code']);
    expect(errorText(new ApiProblem({ status: 400, code: 'toString' }))).toContain('That did not work');
  });

  it('names people, sites and roles where it knows them', () => {
    const now = Date.parse('2026-11-20T12:00:00Z');
    const pending = new ApiProblem({
      status: 409,
      code: 'invitation.already_pending',
      members: {
        invitation: {
          email: 'alex@yourteam.com',
          role: 'content_editor',
          sentAt: '2026-11-20T09:00:00Z',
          expired: true,
        },
      },
    });
    expect(errorText(pending, {}, now)).toBe(
      'alex@yourteam.com was invited 3 hours ago as Content Editor, and that link has expired.',
    );
    expect(
      errorText(
        new ApiProblem({
          status: 403,
          code: 'permission.denied',
          members: { surface: 'Orders', role: 'content_editor' },
        }),
      ),
    ).toBe('Orders is not part of Content Editor.');
    expect(errorText(new ApiProblem({ status: 429, code: 'rate.limited', retryAfter: 90 }))).toBe(
      'Too many tries. Works again in 1 min 30 s.',
    );
  });
});
