import { useId } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { Tooltip } from './tooltip.tsx';

/** A button that may be impossible right now: it stays, takes focus, and says why as tooltip and description. */
export function ReasonButton({
  reason,
  ...button
}: Omit<ButtonProps, 'unavailable'> & { reason: string | undefined }) {
  const id = useId();
  if (reason === undefined) return <Button {...button} />;
  return (
    <>
      <Tooltip text={reason}>
        <Button {...button} unavailable aria-describedby={id} />
      </Tooltip>
      <span id={id} className="sr-only">
        {reason}
      </span>
    </>
  );
}
