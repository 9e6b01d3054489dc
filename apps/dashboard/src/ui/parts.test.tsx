import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '../testing/render.tsx';
import { ChipsInput } from './chips-input.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Field } from './field.tsx';
import { Select, type SelectOption } from './select.tsx';
import { StackOnly, Table, Td, Th, Tr } from './table.tsx';
import { toast, Toasts } from './toasts.tsx';

const ROLES: SelectOption<string>[] = [
  { value: 'owner', label: 'Owner', unavailable: 'Only an Owner may give this role.' },
  { value: 'developer', label: 'Developer', description: 'Changes code.' },
  { value: 'seo', label: 'SEO Specialist' },
];
function RoleField({ onChange }: { onChange: (value: string) => void }) {
  const [value, setValue] = useState<string | null>(null);
  return (
    <Field label="Role">
      <Select
        options={ROLES}
        value={value}
        placeholder="Choose a role"
        onChange={(next) => (setValue(next), onChange(next))}
      />
    </Field>
  );
}

describe('Select', () => {
  it('opens, jumps by first letters and chooses by keys alone', async () => {
    const onChange = vi.fn();
    const screen = await show(<RoleField onChange={onChange} />);
    await userEvent.tab();
    await expect.element(screen.getByRole('combobox', { name: 'Role' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('option', { name: 'Developer' })).toBeVisible();
    await userEvent.keyboard('se');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onChange.mock.calls).toEqual([['seo']]);
    await expect.element(screen.getByRole('combobox', { name: 'Role' })).toHaveTextContent('SEO Specialist');
  });

  it('lists a role that is not on offer with its reason, and does not choose it', async () => {
    const onChange = vi.fn();
    const screen = await show(<RoleField onChange={onChange} />);
    await screen.getByRole('combobox').click();
    const owner = screen.getByRole('option', { name: 'Owner' });
    await expect.element(owner).toHaveAccessibleDescription('Only an Owner may give this role.');
    await owner.click({ force: true });
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe('Toasts', () => {
  it('undo once and leave', async () => {
    const undo = vi.fn();
    const screen = await show(<Toasts />);
    toast('Wei Zhang removed from Northwind Coffee.', { undo });
    await expect.element(screen.getByRole('status').filter({ hasText: 'Wei Zhang' })).toBeVisible();
    await screen.getByRole('button', { name: 'Undo' }).click();
    expect(undo).toHaveBeenCalledOnce();
    await expect.element(screen.getByText('Wei Zhang removed')).not.toBeInTheDocument();
  });
});

describe('Table', () => {
  it('stacks its cells under 768 px and stays a table', async () => {
    const screen = await show(
      <Table
        caption="Members"
        head={
          <>
            <Th>Name</Th>
            <Th>Email</Th>
          </>
        }
      >
        <Tr>
          <Td>
            Lena Park<StackOnly>lena@freelance.example</StackOnly>
          </Td>
          <Td as="drop">lena@freelance.example</Td>
        </Tr>
      </Table>,
    );
    const cells = () =>
      screen
        .getByRole('cell')
        .elements()
        .map((cell) => getComputedStyle(cell).display);
    expect(cells()).toEqual(['table-cell', 'table-cell']);
    await page.viewport(390, 844);
    expect(screen.getByRole('table', { name: 'Members' }).elements()).toHaveLength(1);
    expect(cells()).toEqual(['block']);
    await expect.element(screen.getByText('lena@freelance.example').first()).toBeVisible();
    await page.viewport(1280, 800);
  });
});

describe('ConfirmDialog', () => {
  it('starts on Cancel and wants the typed words before the verb works', async () => {
    const onConfirm = vi.fn();
    const screen = await show(
      <ConfirmDialog
        open
        onClose={() => {}}
        onConfirm={onConfirm}
        title="Remove Wei Zhang?"
        confirm="Remove from account"
        typed="wei@yourteam.com"
        destructive
      >
        They lose access at once.
      </ConfirmDialog>,
    );
    await expect.element(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    const verb = screen.getByRole('button', { name: 'Remove from account' });
    await verb.click({ force: true });
    await userEvent.fill(screen.getByRole('textbox'), 'wei@');
    await userEvent.keyboard('{Enter}');
    expect(onConfirm).not.toHaveBeenCalled();
    await userEvent.fill(screen.getByRole('textbox'), 'Wei@yourteam.com');
    await verb.click();
    expect(onConfirm).toHaveBeenCalledOnce();
  });
});

describe('ChipsInput', () => {
  it('makes chips of a pasted list, of Enter, and of what is left in the field', async () => {
    const values = vi.fn();
    function Many() {
      const [chips, setChips] = useState<readonly string[]>([]);
      return (
        <Field label="Email">
          <ChipsInput
            chips={chips.map((value) => ({ value }))}
            onChange={(next) => (setChips(next), values(next))}
          />
        </Field>
      );
    }
    const screen = await show(<Many />);
    const input = screen.getByRole('textbox', { name: 'Email' });
    await input.click();
    const pasted = new DataTransfer();
    pasted.setData('text', 'a@x.example, <b@x.example>\nc@x.example; a@x.example');
    input
      .element()
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }));
    await userEvent.keyboard('d@x.example{Enter}e@x.example');
    await userEvent.tab();
    expect(values).toHaveBeenLastCalledWith([
      'a@x.example',
      'b@x.example',
      'c@x.example',
      'd@x.example',
      'e@x.example',
    ]);
    await screen.getByRole('button', { name: 'Remove b@x.example' }).click();
    expect(values).toHaveBeenLastCalledWith(['a@x.example', 'c@x.example', 'd@x.example', 'e@x.example']);
  });
});
