import Type from 'typebox';
import { defineControls } from '../controls/control.ts';
import { snapshotProblems } from '../snapshots/snapshot-problems.ts';
import { sandboxProblems } from './sandbox-problems.ts';

const SandboxOutput = Type.Object({
  id: Type.String({ description: '`sbx_…`: the id of its store.' }),
  name: Type.String(),
  madeFrom: Type.String({ description: 'The snapshot or the seed that it is a copy of.' }),
  createdAt: Type.String({ format: 'date-time' }),
  endsAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
    description:
      'When it goes, if nobody uses it until then: real time. Null where it stays until it is deleted.',
  }),
  isKept: Type.Boolean(),
  secretKey: Type.String(),
  publishableKey: Type.String(),
  simulators: Type.Record(Type.String(), Type.String(), {
    description: 'Base URL of each simulated provider, for this sandbox.',
  }),
  providerKeys: Type.Record(Type.String(), Type.String(), {
    description:
      'What to add to any test key (Stripe) or client id (PayPal), so that the simulator works in this sandbox.',
  }),
});

const expiresIn = Type.Optional(Type.Integer({ minimum: 1, description: 'Seconds, of real time.' }));
const id = Type.String({ pattern: '^sbx_[0-9a-z]+$' });

/** Isolated stores, each with keys, a clock and simulators' state of its own. */
export const sandboxControls = defineControls({
  'sandboxes.create': {
    summary: 'Make a sandbox',
    description:
      'A copy of a snapshot, of a seed, or, unless either is given, of the store as its own seed filled it. It goes ' +
      'when nobody has used it for an hour, or after `expiresIn`.',
    http: 'POST /_emulator/v1/sandboxes',
    input: Type.Object({
      name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
      snapshot: Type.Optional(Type.String({ minLength: 1 })),
      seed: Type.Optional(Type.String({ minLength: 1, description: 'fashion, electronics or empty.' })),
      config: Type.Optional(
        Type.Record(Type.String(), Type.Unknown(), {
          description:
            'What `defineConfig` takes; the project’s own unless given. Not together with `snapshot`.',
        }),
      ),
      expiresIn,
      keep: Type.Optional(Type.Boolean({ description: 'Whether it stays until it is deleted.' })),
    }),
    output: SandboxOutput,
    errors: [
      snapshotProblems.snapshotNotFound,
      snapshotProblems.ofOtherVersion,
      sandboxProblems.unfitTemplate,
    ],
    effect: 'write',
  },
  'sandboxes.list': {
    summary: 'List the sandboxes',
    http: 'GET /_emulator/v1/sandboxes',
    input: Type.Object({}),
    output: Type.Object({ sandboxes: Type.Array(SandboxOutput) }),
    errors: [],
    effect: 'read',
  },
  'sandboxes.get': {
    summary: 'Show a sandbox',
    http: 'GET /_emulator/v1/sandboxes/{id}',
    input: Type.Object({ id }),
    output: SandboxOutput,
    errors: [sandboxProblems.sandboxNotFound],
    effect: 'read',
  },
  'sandboxes.keep': {
    summary: 'Keep a sandbox until it is deleted, or let it go by itself again',
    description: 'With `expiresIn` it is kept for that long, used or not.',
    http: 'POST /_emulator/v1/sandboxes/{id}/keep',
    input: Type.Object({ id, keep: Type.Optional(Type.Boolean()), expiresIn }),
    output: SandboxOutput,
    errors: [sandboxProblems.sandboxNotFound],
    effect: 'write',
  },
  'sandboxes.delete': {
    summary: 'Delete a sandbox, with all its files',
    http: 'DELETE /_emulator/v1/sandboxes/{id}',
    input: Type.Object({ id }),
    output: Type.Object({ id }),
    errors: [sandboxProblems.sandboxNotFound],
    effect: 'write',
  },
});
