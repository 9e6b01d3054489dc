import { ssoWords as words } from '../messages/sso.ts';
import { SsoButton } from '../session/sso-button.tsx';
import { SsoEndingNote } from '../session/sso-ending-note.tsx';
import { Panel } from '../ui/panel.tsx';
import type { CaseProps } from './use-lookup.ts';

/** J: the company's own sign-in page in place of a password, or beside it. It comes back here to accept. */
export function SsoHere({ link: { email, sso, account }, token }: CaseProps) {
  return (
    <Panel>
      <div className="flex flex-col gap-3 p-5">
        <SsoEndingNote />
        <p className="text-13 text-ink-2">{words.inviteText(account.name)}</p>
        <SsoButton
          start={{ email, next: '/invitation', invitation: token }}
          kind={sso === 'required' ? 'primary' : 'secondary'}
        />
      </div>
    </Panel>
  );
}
