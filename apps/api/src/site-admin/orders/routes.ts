import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import type { Authentication } from '../../http/authenticate.ts';
import type { Base } from '../../http/context.ts';
import { describe, listOf } from '../../http/openapi.ts';
import { validate } from '../../http/validate.ts';
import { ifMatchOf } from '../etag.ts';
import { changeOrderStatus } from './change-order-status.ts';
import { createOrder } from './create-order.ts';
import { listOrders } from './list-orders.ts';
import { newOrder, orderChange, orderListQuery } from './order-request.ts';
import { orderRowSchema, orderSchema } from './order-view.ts';
import { showOrder } from './show-order.ts';

const tags = ['Orders'];
const refusals = ['auth.required', 'permission.denied', 'not_found'] as const;

export const orderRoutes = (deps: Deps, auth: Authentication) =>
  new Hono<Base>()
    .get(
      '/api/v1/sites/:site/orders',
      describe({
        tags,
        summary: 'List the orders of a site',
        description: 'Newest first. `q` finds by number, name and address of the customer.',
        operationId: 'listOrders',
        success: {
          200: { description: 'A page of orders', schema: listOf(orderRowSchema).meta({ ref: 'OrderList' }) },
        },
        refusals,
      }),
      auth.granted('orders.read'),
      validate('query', orderListQuery),
      async (c) => c.json(await listOrders(deps, c.var.site, c.req.valid('query')), 200),
    )
    .post(
      '/api/v1/sites/:site/orders',
      describe({
        tags,
        summary: 'Report an order',
        description:
          'For the site’s own shop. Amounts are whole numbers of the currency’s smallest unit; an order begins as `new`.',
        operationId: 'createOrder',
        success: { 201: { description: 'The new order', schema: orderSchema } },
        refusals: [...refusals, 'order.number_taken', 'idempotency.mismatch'],
      }),
      auth.granted('orders.write'),
      validate('json', newOrder),
      async (c) => {
        const { command, caller, site } = c.var;
        const made = await createOrder(deps, command, caller, site, c.req.valid('json'));
        return c.json(made, 201, { etag: made.etag });
      },
    )
    .get(
      '/api/v1/sites/:site/orders/:id',
      describe({
        tags,
        summary: 'Read an order',
        operationId: 'readOrder',
        success: { 200: { description: 'The order with its lines and its etag', schema: orderSchema } },
        refusals,
      }),
      auth.granted('orders.read'),
      async (c) => {
        const found = await showOrder(deps, c.var.site, c.req.param('id'));
        return c.json(found, 200, { etag: found.etag });
      },
    )
    .patch(
      '/api/v1/sites/:site/orders/:id',
      describe({
        tags,
        summary: 'Change the status of an order',
        description:
          'To one of the statuses in `next`; the one that it has changes nothing. `If-Match` takes the etag that you saw.',
        operationId: 'changeOrderStatus',
        success: { 200: { description: 'The changed order', schema: orderSchema } },
        refusals: [...refusals, 'order.status_not_allowed', 'content.changed'],
      }),
      auth.granted('orders.write'),
      validate('json', orderChange),
      async (c) => {
        const { command, caller, site } = c.var;
        const [id, { status }] = [c.req.param('id'), c.req.valid('json')];
        const changed = await changeOrderStatus(deps, command, caller, site, id, ifMatchOf(c), status);
        return c.json(changed, 200, { etag: changed.etag });
      },
    );
