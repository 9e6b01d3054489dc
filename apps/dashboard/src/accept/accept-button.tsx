import { acceptWords as words } from '../messages/accept.ts';
import { Button } from '../ui/button.tsx';
import { longLabel } from './long-label.ts';

/** Wraps inside: the names of sites can be long. */
export const AcceptButton = ({
  place,
  busy,
  onClick,
}: {
  place: string;
  busy: boolean;
  onClick?: () => void;
}) => (
  <Button
    type={onClick ? 'button' : 'submit'}
    kind="primary"
    size="large"
    wide
    busy={busy}
    busyLabel={words.accepting}
    onClick={onClick}
    className={longLabel}
  >
    {words.accept(place)}
  </Button>
);
