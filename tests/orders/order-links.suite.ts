import { describe, expect, test } from 'vitest';
import type { Body } from '../catalog/given-store.ts';
import type { GivenOrders } from './given-orders.ts';

/** The way from a mail to the order's page. */
export function orderLinkTests(shop: () => GivenOrders): void {
  describe('the link to an order', () => {
    const linkOf = async (orderId: string) => {
      const { body } = await shop().request(`GET /v1/orders/${orderId}/link`);
      return body as { token: string; url: string };
    };
    const read = (orderId: string, orderToken: string) =>
      shop().shopper(`POST /v1/orders/${orderId}/read`, { orderToken });
    const mailOf = async (orderId: string) => {
      const { body } = await shop().request(`GET /v1/mail/messages?orderId=${orderId}`);
      const mail = body.data.find(({ kind }: Body) => kind === 'order_placed');
      return (await shop().request(`GET /v1/mail/messages/${mail.id}`)).body;
    };

    test('is in its mail, and opens this order alone', async () => {
      const [bought, other] = [await shop().buy(), await shop().buy()];
      const { token, url } = await linkOf(bought.id);
      expect(url).toBe(`https://shop.test/my-orders/${bought.id}#token=${token}`);
      expect(await linkOf(bought.id)).toEqual({ orderId: bought.id, token, url });
      const mail = await mailOf(bought.id);
      expect(mail.text).toContain(url);
      expect(mail.html).toContain(url);
      expect(await read(bought.id, token)).toMatchObject({ status: 200, body: { id: bought.id } });
      // The cart's token still does, too.
      expect(await read(bought.id, bought.token)).toMatchObject({ status: 200 });
      for (const [orderId, wrong] of [
        [other.id, token],
        [bought.id, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
        [bought.id, token.slice(1)],
      ] as const)
        expect(await read(orderId, wrong)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    });

    test('leads nowhere once the personal data are gone', async () => {
      const bought = await shop().buy();
      const { token } = await linkOf(bought.id);
      await shop().toOrder(bought, 'cancel');
      expect(await shop().toOrder(bought, 'anonymize')).toMatchObject({ status: 200 });
      expect(await read(bought.id, token)).toMatchObject({ status: 404 });
      expect(await shop().request(`GET /v1/orders/${bought.id}/link`)).toMatchObject({ status: 404 });
    });

    test('stands beside how to pay, where the money comes by a transfer, and nowhere else', async () => {
      const byTransfer = await mailOf((await shop().buy({ pays: 'bank-transfer' })).id);
      expect(byTransfer.text).toContain('IBAN DE02 1203 0000 0000 2020 51');
      expect(byTransfer.html).toContain('How to pay');
      const byCard = await mailOf((await shop().buy()).id);
      expect(byCard.text).not.toContain('IBAN');
    });
  });
}
