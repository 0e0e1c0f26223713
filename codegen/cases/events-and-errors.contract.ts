import Type from 'typebox';
import { defineEvent } from '../../runtime/contract/event.ts';
import { object } from '../../runtime/contract/schema/primitives.ts';
import { contractOf } from './given-contract.ts';

/** Events with a shape of their own and with a resource's; an error that carries facts. */
const Parcel = object('Parcel', { id: Type.String(), state: Type.Enum(['packed', 'sent']) });
const tooHeavy = {
  code: 'too_heavy',
  status: 409,
  title: 'The parcel is too heavy.',
  hint: 'Take something out.',
  kind: 'conflict',
  details: Type.Object({
    grams: Type.Integer({ description: 'What it weighs.' }),
    allowed: Type.Optional(Type.Array(Type.Integer())),
  }),
} as const;

export default contractOf(
  {
    'shipping.parcels.send': {
      summary: 'Send a parcel',
      http: 'POST /v1/parcels/{parcelId}/send',
      scopes: ['store:write'],
      input: Type.Object({ parcelId: Type.String() }),
      output: Parcel,
      errors: [tooHeavy],
      effect: 'write',
    },
  },
  [
    defineEvent({ type: 'parcel.sent', summary: 'A parcel was sent.', data: Parcel }),
    defineEvent({
      type: 'parcel.lost_and_found',
      summary: 'A parcel was lost, then found.',
      data: object('ParcelFound', { id: Type.String(), place: Type.String() }),
    }),
  ],
);
