import Type from 'typebox';
import { defineControls } from '../controls/control.ts';
import { snapshotName } from './snapshot-manifest.ts';
import { snapshotProblems } from './snapshot-problems.ts';

const SnapshotOutput = Type.Object({
  name: Type.String(),
  createdAt: Type.String({ format: 'date-time', description: 'Real time.' }),
  takenOf: Type.String({ description: 'The store or sandbox that it was taken of.' }),
  counts: Type.Object(
    { products: Type.Integer(), orders: Type.Integer(), customers: Type.Integer() },
    { description: 'How much there is of each, counted to a million.' },
  ),
});

const name = Type.String({ pattern: snapshotName });

/** Named states of a store. */
export const snapshotControls = defineControls({
  'snapshots.save': {
    summary: 'Save the store or sandbox of the key as it is now',
    description:
      'Database, files, clock and the state of the simulators, of one moment; requests are answered meanwhile. ' +
      'Nothing is overwritten.',
    http: 'POST /_emulator/v1/snapshots',
    input: Type.Object({ name }),
    output: SnapshotOutput,
    errors: [snapshotProblems.snapshotExists],
    effect: 'write',
  },
  'snapshots.list': {
    summary: 'List the snapshots',
    http: 'GET /_emulator/v1/snapshots',
    input: Type.Object({}),
    output: Type.Object({ snapshots: Type.Array(SnapshotOutput) }),
    errors: [],
    effect: 'read',
  },
  'snapshots.restore': {
    summary: 'Put a snapshot in the place of the main store',
    description:
      'The present state is set aside, as by `hp reset`. The store answers again, from the snapshot, a moment after ' +
      'this answer: `status.show` waits for it. Sandboxes go on.',
    http: 'POST /_emulator/v1/snapshots/{name}/restore',
    input: Type.Object({ name }),
    output: Type.Object({ name }),
    errors: [
      snapshotProblems.snapshotNotFound,
      snapshotProblems.ofOtherVersion,
      snapshotProblems.notOfSandboxes,
    ],
    effect: 'write',
  },
  'snapshots.delete': {
    summary: 'Delete a snapshot',
    description: 'Sandboxes that were made from it stay.',
    http: 'DELETE /_emulator/v1/snapshots/{name}',
    input: Type.Object({ name }),
    output: Type.Object({ name }),
    errors: [snapshotProblems.snapshotNotFound, snapshotProblems.ofProject],
    effect: 'write',
  },
});
