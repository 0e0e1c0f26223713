import { expectTypeOf, test } from 'vitest';
import type { RecordingState } from '../recordings/index.ts';
import type { TestRecordingState } from './test-recordings.ts';

test('what tests get of a recording is what the control answers', () => {
  expectTypeOf<TestRecordingState>().toEqualTypeOf<Readonly<RecordingState>>();
});
