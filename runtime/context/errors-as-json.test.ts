import { expect, test } from 'vitest';
import { errorsAsJson } from './errors-as-json.ts';

test('an error is written with its name, message and stack, however deep it lies', () => {
  const details = { jobs: [{ error: new RangeError('too far') }], count: 1 };
  expect(JSON.parse(JSON.stringify(details, errorsAsJson))).toEqual({
    jobs: [
      {
        error: {
          name: 'RangeError',
          message: 'too far',
          stack: expect.stringContaining('errors-as-json.test'),
        },
      },
    ],
    count: 1,
  });
});
