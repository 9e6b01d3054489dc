import { eventWords as words } from '../messages/audit.ts';

type Values = Readonly<Record<string, unknown>> | null;

const text = (value: unknown): string =>
  value === null || value === undefined || value === ''
    ? words.none
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

/** Each field that is known before or after, side by side. */
export function Difference({ before, after }: { before: Values; after: Values }) {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (fields.length === 0) return null;
  return (
    <table className="w-full text-left text-13">
      <caption className="pb-2 text-left text-14 font-semibold">{words.facts}</caption>
      <thead>
        <tr className="text-12 text-ink-3">
          <th scope="col" className="w-1/3 py-1 pr-3 font-semibold">
            {words.field}
          </th>
          <th scope="col" className="w-1/3 py-1 pr-3 font-semibold">
            {words.before}
          </th>
          <th scope="col" className="py-1 font-semibold">
            {words.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field} className="border-t border-line align-top [&>*]:[overflow-wrap:anywhere]">
            <th scope="row" className="py-1.5 pr-3 font-mono text-12 font-normal text-ink-2">
              {field}
            </th>
            <td className="py-1.5 pr-3 text-ink-2">{text(before?.[field])}</td>
            <td className="py-1.5">{text(after?.[field])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
