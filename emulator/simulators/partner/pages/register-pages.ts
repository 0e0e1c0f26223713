import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../../html.ts';
import { pathOf, type SessionOf, type SimulatorContext } from '../../simulator.ts';
import { changeItem, countStock } from '../actions/items.ts';
import {
  cancelShipment,
  deliverShipment,
  postInvoice,
  refuseOrder,
  type Shipping,
  shipOrder,
} from '../actions/order-actions.ts';
import { Refused } from '../actions/refused.ts';
import { queueAgain } from '../callbacks/queue-callback.ts';
import { partnerCallbacks, partnerItems, partnerMessages, partnerOrders } from '../documents.ts';
import { inTransaction, type PartnerWork } from '../work.ts';
import { type Page, sendPage } from './layout.ts';
import { type Offered, orderPage, ordersPage } from './order-pages.ts';
import { stockPage } from './stock-page.ts';
import { receivedPage, sentPage } from './traffic-pages.ts';

/** Of each kind, the latest are shown. */
const shown = 100;
const latest = { index: 'byTime', where: { all: 1 }, direction: 'descending', pageSize: shown } as const;

type Params = { readonly Params: Readonly<Record<string, string>> };

async function ordersOf({ store }: SimulatorContext) {
  return (await store.query(partnerOrders, latest)).items.map(({ document }) => document);
}

async function showOrder(context: SimulatorContext, reference: string, offered: Offered): Promise<Page> {
  const order = await context.store.get(partnerOrders, reference);
  if (!order) throw new Refused(404, `There is no order ${reference}.`);
  return { title: `Order ${order.number}`, section: '/', content: orderPage(context, order, offered) };
}

async function showStock(context: SimulatorContext, offered: Offered): Promise<Page> {
  const found = await context.store.query(partnerItems, {
    index: 'bySku',
    where: { all: 1 },
    pageSize: shown,
  });
  const items = found.items.map(({ document }) => document);
  return { title: 'Stock', section: '/stock', content: stockPage(context, items, offered) };
}

async function showSent(context: SimulatorContext): Promise<Page> {
  const { items } = await context.store.query(partnerCallbacks, latest);
  const callbacks = items.map(({ document }) => document);
  return { title: 'Sent to the shop', section: '/sent', content: sentPage(context, callbacks) };
}

function formOf({ body }: FastifyRequest): URLSearchParams {
  return new URLSearchParams(typeof body === 'string' ? body : '');
}

function shippingOf(form: URLSearchParams): Shipping {
  const units = form.getAll('units').map(Number);
  const skus = form.getAll('sku');
  const sums = new Map<string, number>();
  for (const [index, sku] of skus.entries()) sums.set(sku, (sums.get(sku) ?? 0) + (units[index] ?? 0));
  const action = form.get('action');
  return {
    ...(skus.length > 0 ? { units: sums } : {}),
    ...{ isShort: action === 'short-ship', isOvertaken: action === 'overtake' },
  };
}

/** What the buttons do, by the address of the form and the name of the button. */
async function act(
  work: PartnerWork,
  place: string,
  params: Readonly<Record<string, string>>,
  form: URLSearchParams,
) {
  const { reference = '', shipment = '', id = '' } = params;
  const action = `${place} ${form.get('action')}`;
  switch (action) {
    case 'order ship':
    case 'order short-ship':
    case 'order overtake':
      return shipOrder(work, reference, shippingOf(form));
    case 'order refuse':
      return refuseOrder(work, reference, form.get('reason') ?? '');
    case 'order invoice':
      return postInvoice(work, reference);
    case 'shipment deliver':
      return deliverShipment(work, reference, shipment);
    case 'shipment cancel':
      return cancelShipment(work, reference, shipment);
    case 'stock count':
      return countStock(work, form.get('sku')?.trim() ?? '', Number(form.get('onHand') || Number.NaN));
    case 'stock item': {
      const grams = form.get('grams') ?? '';
      const facts = {
        barcode: form.get('barcode')?.trim() ?? '',
        grams: grams === '' ? null : Number(grams),
      };
      return changeItem(work, form.get('sku')?.trim() ?? '', facts);
    }
    case 'sent again':
    case 'sent forge': {
      const callback = await work.writer.get(partnerCallbacks, id);
      if (!callback) throw new Refused(404, 'There is no such callback.');
      return queueAgain(work, callback, { isBadlySigned: form.get('action') === 'forge' });
    }
    default:
      throw new Refused(422, 'Use one of the buttons.');
  }
}

export interface PagesOptions {
  readonly partner: string;
  readonly offered: Offered;
}

/** The pages of a partner: what it received and sent, and buttons to act. */
export function registerPages(
  server: FastifyInstance,
  sessionOf: SessionOf,
  { partner, offered }: PagesOptions,
): void {
  const missing: Page = {
    title: 'Not found',
    section: '/',
    content: html`<p>There is nothing at this address.</p>`,
  };

  function show(
    url: string,
    page: (context: SimulatorContext, params: Params['Params']) => Promise<Page>,
  ): void {
    server.get<Params>(url, async (request, reply) => {
      const { context } = sessionOf(request);
      const frame = { context, partner };
      try {
        return sendPage(reply, 200, frame, await page(context, request.params));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        return sendPage(reply, error.status, frame, { ...missing, fault: error.message });
      }
    });
  }

  function take(
    url: string,
    place: string,
    back: (params: Params['Params']) => string,
    page: (context: SimulatorContext, params: Params['Params']) => Promise<Page>,
  ): void {
    server.post<Params>(url, async (request, reply): Promise<FastifyReply> => {
      const { context, wake } = sessionOf(request);
      try {
        await inTransaction(context, (work) => act(work, place, request.params, formOf(request)));
        wake();
        return reply.redirect(pathOf(context, back(request.params)), 303);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const found = error.status === 404 ? missing : await page(context, request.params);
        return sendPage(reply, error.status, { context, partner }, { ...found, fault: error.message });
      }
    });
  }

  const order = (context: SimulatorContext, { reference = '' }: Params['Params']) =>
    showOrder(context, reference, offered);
  const orderPath = ({ reference }: Params['Params']) => `/orders/${reference}`;
  show('/', async (context) => ({
    ...{ title: 'Orders', section: '/', content: ordersPage(context, await ordersOf(context)) },
  }));
  show('/orders/:reference', order);
  show('/stock', (context) => showStock(context, offered));
  show('/received', async ({ store }) => {
    const { items } = await store.query(partnerMessages, latest);
    const content = receivedPage(items.map(({ document }) => document));
    return { title: 'Received from the shop', section: '/received', content };
  });
  show('/sent', showSent);
  take('/orders/:reference', 'order', orderPath, order);
  take('/orders/:reference/shipments/:shipment', 'shipment', orderPath, order);
  take(
    '/stock',
    'stock',
    () => '/stock',
    (context) => showStock(context, offered),
  );
  take('/sent/:id', 'sent', () => '/sent', showSent);
}
