import Type from 'typebox';
import Value from 'typebox/value';
import type { RateProvider } from './rate-provider.ts';

const days = Type.Integer({ minimum: 0, maximum: 365 });

const CarrierAnswer = Type.Object({
  rate: Type.Union([
    Type.Object({
      amount: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
      deliveryDays: Type.Optional(Type.Union([Type.Object({ from: days, to: days }), Type.Null()])),
    }),
    Type.Null(),
  ]),
});

/** The services that the configuration names as carriers. */
export const configuredCarriers: RateProvider = {
  async rate(carrier, methodKey, { currency, destination, weight, goods }, context) {
    // Until it is known where the parcel goes, no carrier can say what that costs.
    if (destination.country === null) return { rate: undefined };
    const answer = context.ask(`carrier:${carrier}`, {
      type: 'shipping.rate',
      ...{ method: methodKey, currency, destination, weightGrams: weight, goods },
    });
    if ('failure' in answer) return { fault: answer.failure };
    if (!Value.Check(CarrierAnswer, answer.body)) {
      const [fault] = Value.Errors(CarrierAnswer, answer.body);
      return { fault: `${fault?.instancePath || 'it'} ${fault?.message}.` };
    }
    const { rate } = answer.body;
    return { rate: rate ? { amount: rate.amount, deliveryDays: rate.deliveryDays ?? null } : undefined };
  },
};
