import type { SiteRole } from '@keyholder/domain';
import { Check, Minus } from 'lucide-react';
import { useState } from 'react';
import { abilityLine, roleWords as words } from './messages/roles.ts';
import { abilitiesOf, lacksOf } from './role-abilities.ts';
import { Button } from './ui/button.tsx';

const SHOWN = 3;

/** What the role lets somebody do and what not: three lines each, all of it on request. */
export function RoleSummary({ role }: { role: SiteRole }) {
  const [all, setAll] = useState(false);
  const most = all ? undefined : SHOWN;
  const can = abilitiesOf(role).slice(0, most);
  const cannot = lacksOf(role).slice(0, most);
  return (
    <div className="rounded-2 bg-sunken px-3 py-2.5 text-13">
      <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
        <Lines title={words.can} icon={<Check aria-hidden="true" size={14} strokeWidth={1.5} />}>
          {can.map(({ area, verbs }) => abilityLine(area, verbs))}
        </Lines>
        <Lines title={words.cannot} icon={<Minus aria-hidden="true" size={14} strokeWidth={1.5} />}>
          {cannot.length > 0 ? cannot : [words.nothingElse]}
        </Lines>
      </div>
      <Button
        kind="link"
        size="small"
        className="mt-1 -ml-1.5"
        aria-expanded={all}
        onClick={() => setAll(!all)}
      >
        {all ? words.less : words.everything}
      </Button>
    </div>
  );
}

const Lines = ({
  title,
  icon,
  children,
}: {
  title: string;
  icon: React.ReactNode;
  children: string[] | readonly string[];
}) => (
  <div>
    <p className="text-12 font-semibold text-ink-3">{title}</p>
    <ul className="mt-0.5 flex flex-col gap-0.5">
      {children.map((line) => (
        <li key={line} className="flex items-start gap-1.5 [&>svg]:mt-0.5 [&>svg]:flex-none">
          {icon}
          {line}
        </li>
      ))}
    </ul>
  </div>
);
