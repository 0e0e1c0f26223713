import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes, longest first: begun last, it would keep one core busy while the others have nothing to do. */
const longest = [
  'tests/slow/size.test.ts',
  'tests/slow/order-crash/order-crash.sqlite.test.ts',
  'tests/slow/order-crash/order-crash.postgres.test.ts',
  'tests/slow/purchase-crash/crash.postgres.test.ts',
  'tests/slow/order-walks.test.ts',
  'tests/slow/large-import.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((path) => moduleId.endsWith(path));
      return found < 0 ? longest.length : found;
    };
    return others.toSorted((one, other) => place(one) - place(other));
  }
}
