import { PLANS, PLAN_KEYS, type Plan } from '@keyholder/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accountSettingsWords as words } from '../messages/account-settings.ts';
import { ProblemNote } from '../problem-panel.tsx';
import { useMay } from '../session/account.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { Facts } from '../ui/panel.tsx';
import { Meter } from '../ui/progress.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toasts.tsx';
import { changeAccount, refreshAccount, type AccountDetail } from './account-queries.ts';

const OPTIONS = PLAN_KEYS.map((plan) => ({ value: plan, label: words.planIs(plan) }));

/** Seats, and the four plans for the owner [R24]. */
export function PlanForm({
  accountId,
  plan,
}: {
  accountId: string;
  plan: NonNullable<AccountDetail['plan']>;
}) {
  const may = useMay();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Plan | null>(null);
  const { used, reserved, seatLimit } = plan;
  const text = words.seats(used, reserved, seatLimit);
  const save = useMutation({
    mutationFn: (next: Plan) => changeAccount(accountId, { plan: next }),
    onSuccess: async (_, next) => {
      setChosen(null);
      toast(words.planSaved(next));
      await refreshAccount(client, accountId);
    },
  });
  const next = chosen ?? plan.key;
  const over = used - (PLANS[next].seatLimit ?? used);
  return (
    <div className="flex max-w-120 flex-col gap-4">
      <Facts>
        {[
          [words.plan, words.planIs(plan.key)],
          [words.seatsTerm, text],
        ]}
      </Facts>
      {seatLimit !== null && <Meter value={used + reserved} max={seatLimit} label={text} />}
      {may('account.plan') ? (
        <>
          {save.error && <ProblemNote problem={save.error} />}
          <Field label={words.changePlan} help={words.planHelp}>
            <Select options={OPTIONS} value={next} onChange={setChosen} />
          </Field>
          {next !== plan.key && over > 0 && <Note role="status">{words.tooMany(over, next)}</Note>}
          <div>
            <Button
              kind="primary"
              unavailable={next === plan.key}
              busy={save.isPending}
              busyLabel={words.saving}
              onClick={() => save.mutate(next)}
            >
              {words.changePlan}
            </Button>
          </div>
        </>
      ) : (
        <p className="text-13 text-ink-2">{words.onlyOwnerPlan}</p>
      )}
    </div>
  );
}
