import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { givenOrder, idOf } from '../fixtures/order.ts';
import { type GivenMail, givenMail } from './given-mail.ts';
import { type MailServer, startMailServer } from './mail-server.ts';

const placedAt = '2026-03-01T09:00:00.000Z';
const order = (changes: Parameters<typeof givenOrder>[2]['changes'] = {}) =>
  givenOrder(1, placedAt, { lines: [{ quantity: 2, price: 4990 }], shipping: 490, changes });

/** What mails to customers promise, through the HTTP door and a real mail server, whatever engine stores them. */
export function mailSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`mails on ${engineName}`, () => {
    let server: MailServer;
    let store: GivenMail;

    beforeEach(async () => {
      server = await startMailServer();
      store = await givenMail(openEngine, server.url);
    });
    afterEach(async () => {
      await store.close();
      await server.close();
    });

    const list = async (filter = '') => (await store.request(`GET /v1/mail/messages${filter}`)).body.data;

    it('tell of an order that was placed, once, however often the event comes', async () => {
      await store.tell.order('order.placed', order());
      await store.drain();
      const [mail, ...others] = await list();
      expect(others).toEqual([]);
      expect(mail).toMatchObject({ state: 'sent', kind: 'order_placed', to: 'ada@example.com', attempts: 1 });
      expect(mail.subject).toBe('Your order 1001 at Fashion test store');
      expect(server.taken).toHaveLength(1);
      expect(server.taken[0]).toContain(`Message-ID: <${mail.id}@fashion.test>`);
      expect(server.taken[0]).toMatch(/^From: Fashion <orders@fashion\.test>/m);
      expect(server.taken[0]).toMatch(/^Reply-To: help@fashion\.test/m);
      expect(server.taken[0]).toMatch(/^Auto-Submitted: auto-generated/m);
      expect(server.taken[0]).toMatch(/multipart\/alternative/);
      expect((await store.events()).map(({ type }) => type)).toEqual(
        expect.arrayContaining(['mail.queued', 'mail.sent']),
      );
    });

    it('are in the language of the order', async () => {
      await store.tell.order('order.placed', { ...order(), locale: 'de-CH' });
      await store.drain();
      const [{ id }] = await list();
      const { body } = await store.request(`GET /v1/mail/messages/${id}`);
      expect(body).toMatchObject({ language: 'de', subject: 'Ihre Bestellung 1001 bei Fashion test store' });
      expect(body.html).toContain('<html lang="de">');
      expect(body.text).toContain('2 × Product 1');
    });

    it('tell of parcels with their tracking, of refunds and of a cancellation', async () => {
      await store.tell.order('order.placed', order());
      const id = idOf('ord', 1);
      const lines = [{ lineId: idOf('line', 1000), quantity: 2 }];
      const tracking = { carrier: 'DHL', number: '0034', url: 'https://dhl.example/0034' };
      await store.tell.happened('fulfilment.shipped', id, { orderId: id, lines, tracking });
      const amount = { amount: 4990, currency: 'EUR' };
      await store.tell.happened('order.refunded', id, { orderId: id, amount, lines: [] });
      await store.tell.order('order.cancelled', { ...order(), state: 'cancelled' });
      await store.drain();
      const mails = await list(`?orderId=${id}`);
      expect(mails.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual([
        ...['order_cancelled', 'order_placed', 'order_refunded', 'order_shipped'],
      ]);
      const shipped = mails.find(({ kind }: { kind: string }) => kind === 'order_shipped');
      const { body } = await store.request(`GET /v1/mail/messages/${shipped.id}`);
      expect(body.text).toContain('https://dhl.example/0034');
      expect(body.text).toContain('Everything that you ordered has been sent.');
    });

    it('tell of an edit, and of what is still to be paid for it', async () => {
      const id = idOf('ord', 1);
      const balance = { amount: 2000, currency: 'EUR' };
      await store.tell.order('order.placed', { ...order(), balance });
      await store.tell.happened('order.edited', id, { orderId: id, difference: balance });
      await store.drain();
      const mails = await list(`?orderId=${id}`);
      const edited = mails.find(({ kind }: { kind: string }) => kind === 'order_edited');
      expect(edited.subject).toBe('Order 1001 was changed');
      const { body } = await store.request(`GET /v1/mail/messages/${edited.id}`);
      expect(body.text).toContain('€20.00 of it are still to be paid');
    });

    it('are not written where there is nobody to write to', async () => {
      await store.tell.order('order.placed', order({ email: null }));
      await store.drain();
      expect(await list()).toEqual([]);
    });

    it('are tried again when the server can not take them now, as the same mail', async () => {
      server.refuse({ code: 451, at: 'text' }, { code: 421, at: 'recipient' });
      await store.tell.order('order.placed', order());
      await store.drain();
      const [mail] = await list('?state=queued');
      expect(mail).toMatchObject({ attempts: 1, nextAttemptAt: '2026-03-01T09:01:00.000Z' });
      expect(mail.lastError).toContain('451');
      store.moveClock(30);
      await store.drain();
      expect(server.taken).toHaveLength(0);
      store.moveClock(30);
      await store.drain();
      store.moveClock(120);
      await store.drain();
      expect(await list()).toMatchObject([{ state: 'sent', attempts: 3, lastError: null }]);
      expect(server.taken).toHaveLength(1);
    });

    it('are given up when the server refuses the address, and can be sent to another', async () => {
      server.refuse({ code: 550, at: 'recipient' });
      await store.tell.order('order.placed', order());
      await store.drain();
      const [mail] = await list('?state=failed');
      expect(mail).toMatchObject({ attempts: 1, nextAttemptAt: null });
      const answer = await store.request(`POST /v1/mail/messages/${mail.id}/resend`, {
        to: 'grace@example.com',
      });
      expect(answer).toMatchObject({ status: 201, body: { resendOf: mail.id, to: 'grace@example.com' } });
      await store.drain();
      expect(await list()).toMatchObject([{ state: 'sent' }, { state: 'failed' }]);
      expect(server.taken[0]).toMatch(/^To: grace@example\.com/m);
    });

    it('are given up after twelve attempts', async () => {
      server.refuse(...Array.from({ length: 20 }, () => ({ code: 451, at: 'text' }) as const));
      await store.tell.order('order.placed', order());
      for (let attempt = 0; attempt < 14; attempt += 1) {
        await store.drain();
        store.moveClock(4 * 3600);
      }
      expect(await list()).toMatchObject([{ state: 'failed', attempts: 12 }]);
    });

    it('go with the personal data of their order', async () => {
      await store.tell.order('order.placed', order());
      await store.drain();
      await store.tell.order('order.anonymized', order({ email: null }));
      await store.drain();
      expect(await list()).toEqual([]);
    });

    it('can be looked at before any was sent, of an order too', async () => {
      const preview = (input: object) => store.request('POST /v1/mail/previews', input);
      const { body } = await preview({ kind: 'order_shipped', locale: 'de' });
      expect(body).toMatchObject({ language: 'de', subject: 'Bestellung 1001 ist unterwegs' });
      await store.tell.order(
        'order.placed',
        givenOrder(7, placedAt, { lines: [{ quantity: 1, price: 100 }] }),
      );
      const ofOrder = await preview({ kind: 'order_placed', orderId: idOf('ord', 7) });
      expect(ofOrder.body.subject).toContain('1007');
      expect(await preview({ kind: 'order_placed', orderId: idOf('ord', 9) })).toMatchObject({ status: 404 });
    });
  });

  describe(`mails without a mail server on ${engineName}`, () => {
    it('wait, and a check says why', async () => {
      const store = await givenMail(openEngine);
      await store.tell.order('order.placed', order());
      await store.drain();
      expect((await store.request('GET /v1/mail/messages')).body.data).toMatchObject([
        { state: 'queued', attempts: 0 },
      ]);
      const { body } = await store.request('POST /v1/mail/delivery/check', {});
      expect(body).toMatchObject({ transport: 'none', queued: 1, failed: 0 });
      expect(body.problem).toContain('SMTP_URL');
      await store.close();
    });
  });
}
