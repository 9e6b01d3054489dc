import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { useLandmark } from './landmark.ts';

const row =
  'flex min-h-8 coarse:min-h-11 w-full cursor-default items-center gap-2.5 rounded-2 px-2.5 py-1.5 text-left text-14 no-underline outline-none select-none data-highlighted:bg-sunken data-disabled:text-ink-3';

export interface MenuProps {
  /** The button that opens it, usually an IconButton. */
  trigger: ReactElement;
  align?: 'start' | 'end' | undefined;
  side?: 'top' | 'bottom' | undefined;
  /** For a menu that was fetched because somebody pressed its button. */
  defaultOpen?: boolean | undefined;
  children: ReactNode;
}
export function Menu({ trigger, align = 'end', side = 'bottom', defaultOpen = false, children }: MenuProps) {
  const { landmark, mark } = useLandmark();
  return (
    <Base.Root modal={false} defaultOpen={defaultOpen}>
      <Base.Trigger ref={mark} render={trigger} />
      <Base.Portal container={landmark}>
        <Base.Positioner align={align} side={side} sideOffset={4} className="z-50 outline-none">
          <Base.Popup className="motion-pop max-h-(--available-height) min-w-52 max-w-80 overflow-y-auto rounded-3 bg-raised p-1 text-ink shadow-over outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  onSelect: () => void;
  icon?: ReactNode;
  destructive?: boolean | undefined;
  /** Not possible now, and why. */
  unavailable?: string | undefined;
  children: ReactNode;
}
export function MenuItem({ onSelect, icon, destructive, unavailable, children }: MenuItemProps) {
  return (
    <Base.Item
      onClick={onSelect}
      disabled={unavailable !== undefined}
      className={cx(row, destructive && !unavailable && 'text-danger')}
    >
      {icon}
      <span className="min-w-0 flex-1">
        {children}
        {unavailable && <span className="block text-12 text-ink-3">{unavailable}</span>}
      </span>
    </Base.Item>
  );
}

/** `render` is the link: a router `<Link>` or an `<a>`. */
export function MenuLink({
  render,
  icon,
  current,
  children,
}: {
  render: ReactElement;
  icon?: ReactNode;
  current?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <Base.LinkItem render={render} closeOnClick className={row}>
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {current && <Check aria-hidden="true" size={16} strokeWidth={1.5} />}
    </Base.LinkItem>
  );
}

export const MenuLine = () => <Base.Separator className="my-1 h-px bg-line" />;

export interface MenuChoiceProps<V extends string> {
  label: string;
  value: V;
  onChange: (value: V) => void;
  options: readonly { value: V; label: string }[];
}
export function MenuChoice<V extends string>({ label, value, onChange, options }: MenuChoiceProps<V>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-1.5 pb-1 text-12 font-semibold text-ink-3">
        {label}
      </Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next) => onChange(next as V)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={row}>
            <span className="flex-1">{option.label}</span>
            <Base.RadioItemIndicator>
              <Check aria-hidden="true" size={16} strokeWidth={1.5} />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
export const MenuHeading = ({ children }: { children: ReactNode }) => (
  <div className="px-2.5 pt-1.5 pb-1 text-12 font-semibold text-ink-3">{children}</div>
);
