import Type from 'typebox';
import type { ProblemDefinition } from '../../runtime/contract/problem.ts';
import { Money, minorUnits, nullable, object } from '../../runtime/contract/schema/primitives.ts';
import { contractOf } from './given-contract.ts';

/** Money is known by what the contract says of it, whatever it is called, and a size is none, whatever that is called. */
const Deposit = object('Deposit', {
  id: Type.String(),
  paid: minorUnits(),
  kept: nullable(minorUnits({ minimum: 0, description: 'What is not given back, in minor units.' })),
  byCurrency: Type.Record(Type.String(), minorUnits()),
  instalments: Type.Array(minorUnits()),
  total: Money,
  bottles: Type.Integer({ description: 'How many.' }),
  taxRate: Type.Number(),
  discountAmount: Type.Integer({ description: 'Bottles that are free.' }),
});

const tooLittle = {
  code: 'deposit_too_small',
  status: 409,
  title: 'The deposit is too small.',
  hint: 'Pay "details.missing" more.',
  kind: 'conflict',
  details: Type.Object({ missing: minorUnits(), bottles: Type.Integer() }),
} as const satisfies ProblemDefinition;

export default contractOf({
  'deposits.deposits.keep': {
    summary: 'Keep a part of a deposit',
    http: 'POST /v1/deposits/{depositId}/keep',
    scopes: ['catalog:write'],
    input: Type.Object({
      depositId: Type.String(),
      fee: minorUnits({ minimum: 1 }),
      kept: Type.Optional(nullable(minorUnits())),
      parts: Type.Optional(Type.Array(minorUnits())),
      bottles: Type.Optional(Type.Integer()),
    }),
    output: Deposit,
    errors: [tooLittle],
    effect: 'write',
    example: { depositId: 'dep_1', fee: 25, kept: 800, parts: [300, 500], bottles: 2 },
  },
});
