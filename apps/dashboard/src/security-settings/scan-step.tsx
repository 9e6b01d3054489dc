import { lazy, Suspense } from 'react';
import { securityWords as words } from '../messages/security.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { FocusedText } from './focused-text.tsx';
import type { FactorOffer } from './security-queries.ts';

const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }));

interface ScanStepProps {
  offer: FactorOffer;
  onNext: () => void;
  onCancel: () => void;
}
export function ScanStep({ offer, onNext, onCancel }: ScanStepProps) {
  return (
    <>
      <FocusedText>{words.scanText}</FocusedText>
      <div className="grid size-52 place-items-center self-center">
        <Suspense>
          <QrCode text={offer.uri} label={words.qr} />
        </Suspense>
      </div>
      <div className="flex flex-col gap-1">
        <p className="text-13 text-ink-2">{words.byHand}</p>
        <div className="flex flex-wrap items-center gap-2">
          <code className="font-mono text-13 [overflow-wrap:anywhere]">{inGroups(offer.secret)}</code>
          <CopyButton text={offer.secret} name={words.secret} />
        </div>
      </div>
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button kind="primary" onClick={onNext}>
          {words.continue}
        </Button>
      </div>
    </>
  );
}

/** Four at a time can be read aloud. */
const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;
