import { download } from '../csv.ts';
import { inviteManyWords as words } from '../messages/invite-many.ts';
import { Button } from '../ui/button.tsx';
import { Table, Th } from '../ui/table.tsx';
import { LineRow } from './line-row.tsx';
import { restCsv } from './rest-csv.ts';
import { Said } from '../ui/said.tsx';
import type { Result } from './use-list.ts';

/** "10 sent, 2 not", the two with their reasons and as a file that can be fixed and read again. */
export const ResultStep = ({ result: { sent, rest } }: { result: Result }) => (
  <>
    <Said text={words.sent(sent, rest.length)}>{sent > 0 && words.onTheWay}</Said>
    {rest.length > 0 && (
      <>
        <Table
          caption={words.restCaption}
          head={
            <>
              <Th>{words.line}</Th>
              <Th>{words.email}</Th>
              <Th>{words.siteHead}</Th>
              <Th>{words.roleHead}</Th>
              <Th>{words.reason}</Th>
            </>
          }
        >
          {rest.map((each) => (
            <LineRow key={each.line.id} judged={each} />
          ))}
        </Table>
        <Button
          size="small"
          className="self-start"
          onClick={() =>
            download(
              words.fileName,
              restCsv(
                rest.map(({ line, email, site, role, reason }) => ({
                  email,
                  site: site?.name ?? line.site,
                  role: role ?? line.role,
                  reason: reason ?? '',
                })),
              ),
            )
          }
        >
          {words.download}
        </Button>
      </>
    )}
  </>
);
