import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeFraud } from '../../runtime/config/fraud-rules.ts';
import { fraudService } from '../../runtime/services/fraud/index.ts';
import {
  type ApiAnswer,
  type Body,
  expectProblem,
  type GivenApi,
  givenApi,
  type OpenEngine,
} from '../api/given-api.ts';
import { fashionConfig } from '../fixtures/store-config.ts';

const fraud = completeFraud({
  rules: [
    { kind: 'velocity', by: 'ip', count: 3, withinMinutes: 60, points: 60 },
    { kind: 'velocity', by: 'email', count: 3, withinMinutes: 10, points: 60 },
    { kind: 'velocity', by: 'card', count: 2, withinMinutes: 60, points: 90 },
    { kind: 'address-mismatch', between: 'billing-and-card', points: 50 },
    { kind: 'disposable-mail', points: 49 },
    { kind: 'amount', from: { EUR: 100_000 }, points: 1 },
  ],
});

let number = 0;

/** A purchase that has nothing in common with another. */
function purchase(changes: object = {}): Body {
  number += 1;
  return {
    amount: { amount: 4900, currency: 'EUR' },
    email: `shopper-${number}@example.com`,
    ip: `203.0.${number >> 8}.${number & 255}`,
    billingAddress: { country: 'DE', lastName: 'Berg' },
    shippingAddress: { country: 'DE' },
    payment: { provider: 'stripe', fingerprint: `card-${number}`, country: 'DE', riskScore: 5 },
    ...changes,
  };
}

const suspicious = { payment: { provider: 'stripe', country: 'US' } };

/** Assessments, as the checkout and the people who review them see them, whatever engine stores them. */
export function fraudSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`fraud on ${engineName}`, () => {
    let api: GivenApi;
    beforeAll(async () => {
      api = await givenApi(openEngine, { config: { ...fashionConfig, fraud } });
    });
    afterAll(async () => {
      expect(api.faults).toEqual([]);
      await api.close();
    });

    const assess = async (changes: object = {}): Promise<Body> => {
      const answer = await api.ask('POST /v1/fraud/assessments', { body: purchase(changes) });
      expect(answer).toMatchObject({ status: 201 });
      return answer.body;
    };
    const rulesOf = ({ reasons }: Body) => reasons.map(({ rule }: Body) => rule);
    const eventsOf = async (subject: string) =>
      (await api.engine.outbox.events('shop', { after: 0, limit: 5000 })).filter(
        (event) => event.subject === subject,
      );

    test('an ordinary purchase is allowed', async () => {
      const body = await assess();
      expect(body).toMatchObject({
        ...{ score: 0, decision: 'allow', state: 'allowed', reasons: [], verdict: null, cartId: null },
      });
      expect((await eventsOf(body.id)).map(({ type, data }) => [type, data])).toEqual([
        ['fraud.assessed', body],
      ]);
    });

    test.each([
      [{ email: 'a@mailinator.com' }, 49, 'allow', 'allowed'],
      [suspicious, 50, 'review', 'in_review'],
      [{ ...suspicious, amount: { amount: 100_000, currency: 'EUR' } }, 51, 'review', 'in_review'],
      [{ ...suspicious, email: 'b@mailinator.com' }, 99, 'block', 'blocked'],
    ])('%j scores %i: %s', async (changes, score, decision, state) => {
      expect(await assess(changes)).toMatchObject({ score, decision, state });
    });

    test('purchases of one address are counted in a time that moves on', async () => {
      const ip = '198.51.100.1';
      expect(rulesOf(await assess({ ip }))).toEqual([]);
      api.moveClock(1800);
      expect(rulesOf(await assess({ ip }))).toEqual([]);
      expect(rulesOf(await assess({ ip }))).toEqual(['velocity-ip']);
      api.moveClock(1799);
      expect(rulesOf(await assess({ ip }))).toEqual(['velocity-ip']);
      api.moveClock(1801);
      expect(rulesOf(await assess({ ip }))).toEqual([]);
    });

    test('mailboxes and networks are the same in every spelling', async () => {
      await assess({ email: 'Same@Example.com', ip: '2001:db8::1' });
      await assess({ email: 'same+1@example.com', ip: '2001:DB8:0::2' });
      const third = await assess({ email: 'same+2@example.com', ip: '2001:db8::3' });
      expect(rulesOf(third)).toEqual(['velocity-ip', 'velocity-email']);
      expect(third).toMatchObject({ score: 100, decision: 'block' });
    });

    test('a card that is tried again is blocked; the same name at another provider is another card', async () => {
      const payment = { provider: 'stripe', fingerprint: 'tried', country: 'DE' };
      await assess({ payment });
      expect(await assess({ payment })).toMatchObject({ decision: 'block', state: 'blocked' });
      expect(await assess({ payment: { ...payment, provider: 'other' } })).toMatchObject({
        decision: 'allow',
      });
    });

    test('of purchases at the same time each but the first two are counted as the third', async () => {
      const ip = '198.51.100.9';
      const found = await Promise.all(Array.from({ length: 12 }, () => assess({ ip })));
      expect(found.filter((each) => rulesOf(each).includes('velocity-ip'))).toHaveLength(10);
    });

    test('a publishable key assesses nothing', async () => {
      const answer = await api.ask('POST /v1/fraud/assessments', {
        body: purchase(),
        key: api.publishableKey,
      });
      expectProblem(answer, 403, 'forbidden');
    });

    test('neither e-mail nor IP address is in an answer, an event or what is stored', async () => {
      const body = await assess({ email: 'private.person@example.com', ip: '192.0.2.77' });
      const { body: page } = await api.ask('GET /v1/fraud/assessments');
      const [collection] = fraudService.collections;
      if (!collection) throw new Error('The fraud service stores nothing.');
      const stored = await api.engine.store('shop').query(collection, {
        ...{ index: 'byState', where: { orderId: '*', state: '*' }, pageSize: 100 },
      });
      const texts = JSON.stringify([body, page, await eventsOf(body.id), stored]);
      expect(texts).toContain(body.id);
      expect(['private.person', '192.0.2.77'].filter((text) => texts.includes(text))).toEqual([]);
      expect(body).not.toHaveProperty('traces');
    });

    describe('the review queue', () => {
      const decide = (id: string, verdict: string, body: object = {}, headers = {}): Promise<ApiAnswer> =>
        api.ask(`POST /v1/fraud/assessments/${id}/${verdict}`, { body, headers });

      test('lists what waits for a person, newest first', async () => {
        const [first, second] = [await assess(suspicious), await assess(suspicious)];
        const { body } = await api.ask('GET /v1/fraud/assessments?state=in_review&pageSize=2');
        expect(body.data.map(({ id }: Body) => id)).toEqual([second.id, first.id]);
        expect(body.page.next).toEqual(expect.any(String));
        await decide(second.id, 'approve');
        const { body: after } = await api.ask('GET /v1/fraud/assessments?state=in_review&pageSize=1');
        expect(after.data[0].id).toBe(first.id);
      });

      test('finds the assessments of an order', async () => {
        const orderId = 'ord_01KJMA0FM0MJYT1YTR7RCRNVVS';
        const { id } = await assess({ ...suspicious, orderId });
        await assess(suspicious);
        const { body } = await api.ask(`GET /v1/fraud/assessments?orderId=${orderId}`);
        expect(body.data.map((each: Body) => each.id)).toEqual([id]);
        expect((await api.ask(`GET /v1/fraud/assessments/${id}`)).body).toMatchObject({ id, orderId });
      });

      test.each([
        ['approve', 'approved', 'fraud.approved'],
        ['decline', 'declined', 'fraud.declined'],
      ])('%s records who decided, when and why, once', async (verdict, state, event) => {
        const { id } = await assess(suspicious);
        const answer = await decide(id, verdict, { reviewer: 'Grace', note: 'Called back.' });
        expect(answer).toMatchObject({
          status: 200,
          body: {
            ...{ state, decision: 'review' },
            verdict: {
              ...{ reviewer: 'Grace', note: 'Called back.', decidedAt: expect.any(String) },
              decidedBy: expect.stringMatching(/^key_/),
            },
          },
        });
        expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['fraud.assessed', event]);
        for (const again of ['approve', 'decline']) {
          const refused = expectProblem(await decide(id, again), 409, 'fraud_assessment_state');
          expect(refused.details).toEqual({ state, allowed: [] });
        }
      });

      test('two people who decide at the same time: one does', async () => {
        const { id } = await assess(suspicious);
        const answers = await Promise.all(['approve', 'decline'].map((verdict) => decide(id, verdict)));
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      });

      test('what was allowed or blocked is not decided again', async () => {
        const { id } = await assess();
        expectProblem(await decide(id, 'decline'), 409, 'fraud_assessment_state');
        const missing = 'fra_00000000000000000000000000';
        expectProblem(await decide(missing, 'approve'), 404, 'not_found');
      });

      test('a decision on an older version is refused', async () => {
        const { id } = await assess(suspicious);
        const headers = { 'if-match': '"7"' };
        expectProblem(await decide(id, 'approve', {}, headers), 409, 'version_conflict');
      });
    });
  });
}
