import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { securityWords as words } from '../messages/security.ts';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toasts.tsx';
import { CodeStep } from './code-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { KeepCodes } from './keep-codes.tsx';
import { ScanStep } from './scan-step.tsx';
import { confirmFactor, offerFactor, refreshSecurity, type FactorOffer } from './security-queries.ts';

type Step = 'confirm' | 'scan' | 'keep' | 'code';
const TITLES: Readonly<Record<Step, string>> = {
  confirm: words.confirmTitle,
  scan: words.scanTitle,
  keep: words.keepTitle,
  code: words.codeTitle,
};

/** Scan, keep the recovery codes, prove it with a code. It is on only after the last step, so nobody locks themselves out. */
export function SetUpDialog({ hasPassword, onClose }: { hasPassword: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const [step, setStep] = useState<Step>('confirm');
  const [offer, setOffer] = useState<FactorOffer | null>(null);
  const begin = useMutation({
    mutationFn: offerFactor,
    onSuccess: (made) => {
      setOffer(made);
      setStep('scan');
    },
  });
  const turnOn = useMutation({
    mutationFn: confirmFactor,
    onSuccess: async () => {
      onClose();
      toast(words.turnedOn);
      await refreshSecurity(client);
    },
  });
  return (
    <Dialog open onClose={onClose} title={TITLES[step]} form locked={turnOn.isPending}>
      {offer === null || step === 'confirm' ? (
        <ConfirmStep
          hasPassword={hasPassword}
          busy={begin.isPending}
          problem={begin.error}
          onCancel={onClose}
          onConfirm={(password) => begin.mutate(password)}
        />
      ) : step === 'scan' ? (
        <ScanStep offer={offer} onNext={() => setStep('keep')} onCancel={onClose} />
      ) : step === 'keep' ? (
        <KeepCodes codes={offer.recoveryCodes} next={words.continue} onNext={() => setStep('code')} />
      ) : (
        <CodeStep
          text={words.codeText}
          verb={words.turnOn}
          busy={turnOn.isPending}
          problem={turnOn.error}
          onCancel={onClose}
          onCode={(code) => turnOn.mutate(code)}
        />
      )}
    </Dialog>
  );
}
