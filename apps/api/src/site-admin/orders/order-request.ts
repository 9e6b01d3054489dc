import {
  LARGEST_AMOUNT,
  ORDER_LIMITS,
  ORDER_STATUSES,
  canonicalCurrency,
  canonicalOrderNumber,
} from '@keyholder/domain';
import { z } from 'zod';
import { canonicalField, emailField, instantField, nameField } from '../../http/fields.ts';
import { pageFields } from '../../lists/query.ts';
import { lineField } from '../area-fields.ts';

const amount = (message: string) =>
  z.number({ error: message }).int(message).min(0, message).max(LARGEST_AMOUNT, message);
const AMOUNT = 'Write a whole number of the smallest unit, like 1999 for 19.99.';
const QUANTITY = `Write a whole number from 1 to ${ORDER_LIMITS.quantity}.`;

const orderLineField = z.strictObject({
  title: lineField(200),
  quantity: z.number({ error: QUANTITY }).int(QUANTITY).min(1, QUANTITY).max(ORDER_LIMITS.quantity, QUANTITY),
  unitPrice: amount(AMOUNT),
});

export const newOrder = z.strictObject({
  number: canonicalField(canonicalOrderNumber, 40, 'Write 1 to 40 letters, digits and . _ / # -.'),
  customer: z.strictObject({ name: nameField, email: emailField }),
  currency: canonicalField(canonicalCurrency, 3, 'Write a currency like EUR.'),
  /** With taxes, postage and discounts, so it need not be the sum of the lines. */
  total: amount(AMOUNT),
  lines: z
    .array(orderLineField)
    .min(1, 'An order has at least one line.')
    .max(ORDER_LIMITS.lines, `An order has at most ${ORDER_LIMITS.lines} lines.`),
  placedAt: instantField.optional(),
});
export type NewOrder = z.infer<typeof newOrder>;

const statusField = z.enum(ORDER_STATUSES, { error: `Choose one of ${ORDER_STATUSES.join(', ')}.` });
export const orderChange = z.strictObject({ status: statusField });

export const orderListQuery = z.strictObject({ ...pageFields, status: statusField.optional() });
export type OrderListQuery = z.infer<typeof orderListQuery>;
