import { SITE_ROLE_LABELS } from '@keyholder/domain';
import { useId, useState } from 'react';
import { errorText } from '../messages/errors.ts';
import { assignWords as words } from '../messages/people.ts';
import { useAccount } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { serverNow } from '../ui/clock.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { AssignSites } from './assign-sites.tsx';
import { assignableSites, endOf, useAssignment, type Choice } from './assignment.ts';
import { useMyStanding } from './my-standing.ts';
import type { Person } from './people-queries.ts';
import type { SiteFacts } from './person-facts.ts';
import { roleOptions } from './role-options.tsx';

const EMPTY: Choice = { sites: new Map(), role: null, perSite: false, until: '' };

/** Roles on further sites for people of the account; for each person all sites or none [R35]. */
export function AssignDialog({
  people,
  sites,
  onClose,
  onDone,
}: {
  people: readonly Person[];
  sites: readonly SiteFacts[];
  onClose: () => void;
  onDone?: (() => void) | undefined;
}) {
  const form = useId();
  const account = useAccount();
  const standingOn = useMyStanding();
  const [choice, setChoice] = useState<Choice>(EMPTY);
  const [tried, setTried] = useState(false);
  const { assign, refused, left } = useAssignment(people, () => {
    onDone?.();
    onClose();
  });
  const change = (next: Partial<Choice>) => setChoice((before) => ({ ...before, ...next }));
  const offered = assignableSites(left, sites, standingOn);
  const chosen = offered.filter((site) => choice.sites.has(site.id));
  const roleOf = (siteId: string) => (choice.perSite ? (choice.sites.get(siteId) ?? null) : choice.role);
  const roles = [...new Set(chosen.map((site) => roleOf(site.id)))];
  const faults = {
    sites: chosen.length === 0 ? words.chooseSites : undefined,
    role: roles.includes(null) || (!choice.perSite && choice.role === null) ? words.roleMissing : undefined,
    until:
      choice.until !== '' && Date.parse(endOf(choice.until)) <= serverNow() ? words.untilPast : undefined,
  };
  const shown: Partial<typeof faults> = tried ? faults : {};
  const submit = () => {
    setTried(true);
    if (assign.isPending || Object.values(faults).some(Boolean)) return;
    const accessUntil = choice.until === '' ? null : endOf(choice.until);
    assign.mutate(
      chosen.flatMap((site) => {
        const role = roleOf(site.id);
        return role === null ? [] : [{ siteId: site.id, role, accessUntil }];
      }),
    );
  };
  const nameOf = (id: string | undefined) => sites.find((site) => site.id === id)?.name;
  const [first] = left;
  const many = left.length > 1;
  const name = many ? words.everybody : (first?.user.name ?? '');
  return (
    <Dialog
      form
      open
      onClose={onClose}
      locked={assign.isPending}
      title={words.title(left.map((each) => each.user.name))}
      description={many ? words.effectMany(left.length) : undefined}
      footer={
        <>
          <p role="status" className="mr-auto basis-52 text-13 text-ink-2 empty:hidden max-md:basis-full">
            {words.effect(
              roles.flatMap((role) => (role === null ? [] : [SITE_ROLE_LABELS[role]])),
              chosen.length,
              name,
              many,
            )}
          </p>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            type="submit"
            form={form}
            kind="primary"
            busy={assign.isPending}
            busyLabel={words.assigning}
          >
            {words.submit(chosen.length)}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="flex flex-col gap-4"
      >
        {refused.map(({ person, problem, siteId }) => (
          <Note key={person.user.id} tone="danger" role="alert" lead={words.refusedFor(person.user.name)}>
            {errorText(
              problem,
              { name: person.user.name, account: account.name, site: nameOf(siteId) },
              serverNow(),
            )}{' '}
            {words.nothingSaved}
          </Note>
        ))}
        {offered.length === 0 ? (
          <Note tone="neutral">{many ? words.noSiteLeftMany : words.noSiteLeft(name)}</Note>
        ) : (
          <>
            {!choice.perSite && (
              <Field label={words.role} error={shown.role} required>
                <Select
                  value={choice.role}
                  placeholder={words.chooseRole}
                  options={roleOptions(chosen, standingOn)}
                  onChange={(role) => change({ role })}
                />
              </Field>
            )}
            <AssignSites
              offered={offered}
              choice={choice}
              onChange={(chosenSites) => change({ sites: chosenSites })}
              error={shown.sites ?? (choice.perSite ? shown.role : undefined)}
              refused={
                new Map(
                  refused.flatMap(({ siteId, problem }) => (siteId ? [[siteId, problem] as const] : [])),
                )
              }
            />
            <Checkbox
              label={words.perSite}
              help={words.perSiteHelp}
              checked={choice.perSite}
              onChange={(event) =>
                change({
                  perSite: event.target.checked,
                  sites: new Map([...choice.sites.keys()].map((id) => [id, choice.role])),
                })
              }
            />
            <Field
              className="max-w-56"
              label={words.until}
              mark={words.optional}
              help={words.untilHelp}
              error={shown.until}
            >
              <TextInput
                type="date"
                value={choice.until}
                onChange={(event) => change({ until: event.target.value })}
              />
            </Field>
          </>
        )}
      </form>
    </Dialog>
  );
}
