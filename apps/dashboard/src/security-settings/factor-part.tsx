import { lazy, Suspense, useState } from 'react';
import { securityWords as words } from '../messages/security.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { Facts, Panel, Section } from '../ui/panel.tsx';
import { DateOnly } from '../ui/time.tsx';

const SetUpDialog = lazy(async () => ({ default: (await import('./set-up-dialog.tsx')).SetUpDialog }));
const TurnOffDialog = lazy(async () => ({ default: (await import('./turn-off-dialog.tsx')).TurnOffDialog }));
const RenewDialog = lazy(async () => ({ default: (await import('./renew-dialog.tsx')).RenewDialog }));

interface FactorPartProps {
  hasPassword: boolean;
  factor: { enabledAt: string; recoveryCodesLeft: number } | null;
}
const FEW_CODES = 3;

export function FactorPart({ hasPassword, factor }: FactorPartProps) {
  const [open, setOpen] = useState<'set-up' | 'turn-off' | 'renew' | null>(null);
  const close = () => setOpen(null);
  return (
    <Section title={words.factor}>
      <Panel className="flex flex-col gap-4 p-5">
        <p className="text-ink-2">{factor ? words.factorOnText : words.factorOffText}</p>
        {factor && (
          <Facts>
            {[
              [words.since, <DateOnly key="since" at={factor.enabledAt} />],
              [words.codesTerm, words.codesLeft(factor.recoveryCodesLeft)],
            ]}
          </Facts>
        )}
        {factor && factor.recoveryCodesLeft <= FEW_CODES && <Note>{words.codesLow}</Note>}
        <div className="flex flex-wrap gap-2">
          {factor ? (
            <>
              <Button onClick={() => setOpen('renew')}>{words.renew}</Button>
              <Button kind="danger-quiet" onClick={() => setOpen('turn-off')}>
                {words.turnOff}
              </Button>
            </>
          ) : (
            <Button kind="primary" onClick={() => setOpen('set-up')}>
              {words.setUp}
            </Button>
          )}
        </div>
      </Panel>
      <Suspense>
        {open === 'set-up' && <SetUpDialog hasPassword={hasPassword} onClose={close} />}
        {open === 'turn-off' && <TurnOffDialog hasPassword={hasPassword} onClose={close} />}
        {open === 'renew' && <RenewDialog hasPassword={hasPassword} onClose={close} />}
      </Suspense>
    </Section>
  );
}
