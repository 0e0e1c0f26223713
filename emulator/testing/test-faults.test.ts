import { expectTypeOf, test } from 'vitest';
import type { Fault, FaultInput } from '../faults/index.ts';
import type { TestFault, TestFaultInput } from './test-faults.ts';

test('what tests give and get of a fault is what the control takes and answers', () => {
  expectTypeOf<TestFaultInput>().toEqualTypeOf<Readonly<FaultInput>>();
  expectTypeOf<TestFault>().toEqualTypeOf<Readonly<Fault>>();
});
