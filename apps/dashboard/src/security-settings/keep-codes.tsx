import { useState } from 'react';
import { RECOVERY_FILE, securityWords as words } from '../messages/security.ts';
import { useMe } from '../session/me.ts';
import { ButtonAnchor } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { FocusedText } from './focused-text.tsx';

interface KeepCodesProps {
  codes: readonly string[];
  next: string;
  onNext: () => void;
}
/** Recovery codes are shown once, so that going on takes saying that they are kept. */
export function KeepCodes({ codes, next, onNext }: KeepCodesProps) {
  const { user } = useMe();
  const [saved, setSaved] = useState(false);
  const file = `${words.fileHead(user.email)}\n\n${codes.join('\n')}\n`;
  return (
    <>
      <FocusedText>{words.keepText}</FocusedText>
      <ul
        aria-label={words.codesList}
        className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-2 border border-line bg-canvas p-4 font-mono text-14"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <ButtonAnchor
          size="small"
          download={RECOVERY_FILE}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
        >
          {words.download}
        </ButtonAnchor>
        <CopyButton kind="secondary" text={codes.join('\n')} label={words.copyCodes} />
      </div>
      <Checkbox label={words.saved} checked={saved} onChange={(event) => setSaved(event.target.checked)} />
      <div className="flex justify-end">
        <ReasonButton kind="primary" reason={saved ? undefined : words.saveFirst} onClick={onNext}>
          {next}
        </ReasonButton>
      </div>
    </>
  );
}
