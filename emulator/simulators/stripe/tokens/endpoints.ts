import { fingerprintOf, ownAccount } from '../account.ts';
import { readCard } from '../cards/read-card.ts';
import { endpoint } from '../endpoint.ts';
import { newId } from '../ids.ts';
import { findOrRefuse, insert } from '../objects/resource.ts';
import { expand } from '../parameters/common.ts';
import { integer, required, shape, text } from '../parameters/parameter.ts';
import { tokens } from './token.ts';

const card = shape({
  number: required(text()),
  exp_month: required(integer()),
  exp_year: required(integer()),
  cvc: text(),
});

export const tokenEndpoints = [
  endpoint({
    http: 'POST /v1/tokens',
    summary: 'Create a card token',
    publishable: 'creates',
    parameters: { ...expand, card: required(card) },
    limits: 'Of cards alone.',
    async handle(work, input) {
      const read = readCard(input.card, work.now);
      const { brand, funding, country, name } = read.card;
      return insert(
        work,
        tokens,
        {
          ...{ id: tokens.newId(), object: 'token', client_ip: null, created: work.now, livemode: false },
          card: {
            ...{ id: newId('card_1'), object: 'card', brand, country, funding, last4: read.number.slice(-4) },
            ...{ exp_month: read.exp_month, exp_year: read.exp_year },
            fingerprint: await fingerprintOf(work, read.number),
          },
          ...{ type: 'card', used: false },
        },
        { behaviour: name, hasCvc: read.hasCvc },
      );
    },
  }),
  endpoint({
    http: 'GET /v1/tokens/{id}',
    summary: 'Retrieve a token',
    parameters: expand,
    handle: async (work, _input, { id }) => (await findOrRefuse(work, tokens, id)).object,
  }),
  endpoint({
    http: 'GET /v1/account',
    summary: 'Retrieve the own account',
    parameters: expand,
    limits: 'What a key needs to be recognised by; nothing can be set.',
    handle: (work) => ownAccount(work),
  }),
];
