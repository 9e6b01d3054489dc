import {
  LARGEST_AMOUNT,
  ORDER_LIMITS,
  ORDER_STATUSES,
  canonicalCurrency,
  canonicalLine,
  canonicalOrderNumber,
} from '@keyholder/domain';
import { z } from 'zod';
import { emailField, instantField, nameField } from '../../http/fields.ts';
import { pageFields } from '../../lists/query.ts';

const amount = (message: string) =>
  z.number({ error: message }).int(message).min(0, message).max(LARGEST_AMOUNT, message);
const made = (make: (text: string) => string | null, longest: number, message: string) =>
  z
    .string({ error: message })
    .max(longest, message)
    .transform((text, context) => {
      const value = make(text);
      if (value !== null) return value;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

const AMOUNT = 'Write a whole number of the smallest unit, like 1999 for 19.99.';
const QUANTITY = `Write a whole number from 1 to ${ORDER_LIMITS.quantity}.`;

const lineField = z.strictObject({
  title: made((text) => canonicalLine(text, 200), 800, 'Write a title of 1 to 200 characters.'),
  quantity: z.number({ error: QUANTITY }).int(QUANTITY).min(1, QUANTITY).max(ORDER_LIMITS.quantity, QUANTITY),
  unitPrice: amount(AMOUNT),
});

export const newOrder = z.strictObject({
  number: made(canonicalOrderNumber, 40, 'Write 1 to 40 letters, digits and . _ / # -.'),
  customer: z.strictObject({ name: nameField, email: emailField }),
  currency: made(canonicalCurrency, 3, 'Write a currency like EUR.'),
  /** With taxes, postage and discounts, so it need not be the sum of the lines. */
  total: amount(AMOUNT),
  lines: z
    .array(lineField)
    .min(1, 'An order has at least one line.')
    .max(ORDER_LIMITS.lines, `An order has at most ${ORDER_LIMITS.lines} lines.`),
  placedAt: instantField.optional(),
});
export type NewOrder = z.infer<typeof newOrder>;

const statusField = z.enum(ORDER_STATUSES, { error: `Choose one of ${ORDER_STATUSES.join(', ')}.` });
export const orderChange = z.strictObject({ status: statusField });

export const orderListQuery = z.strictObject({ ...pageFields, status: statusField.optional() });
export type OrderListQuery = z.infer<typeof orderListQuery>;
