import { ssoWords as words } from '../messages/sso.ts';
import { SsoButton } from '../session/sso-button.tsx';
import { Result } from './result.tsx';
import type { CaseProps } from './use-lookup.ts';

/** K: the company's page knows its visitor as somebody else. Nobody was made and nobody is signed in. */
export const OtherAddress = ({ link: { email }, token, was }: CaseProps & { was: string }) => (
  <Result
    title={words.otherTitle(was, email)}
    actions={
      <div className="flex w-full flex-col gap-3">
        <SsoButton
          start={{ email, next: '/invitation', invitation: token, another: true }}
          label={words.another}
        />
      </div>
    }
  >
    <p>{words.otherText}</p>
  </Result>
);
