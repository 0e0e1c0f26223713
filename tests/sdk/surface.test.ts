import { expect, test } from 'vitest';
import { fashionSdk } from './store-sdk.ts';

test('everything that the SDK of a store offers is listed, so that a change of it is seen', async () => {
  await expect(fashionSdk().get('api.md')).toMatchFileSnapshot('api.md');
});

test('so is what the Python SDK offers', async () => {
  await expect(fashionSdk({ language: 'python' }).get('api.md')).toMatchFileSnapshot('api.python.md');
});

test('and what the Go SDK offers', async () => {
  await expect(fashionSdk({ language: 'go' }).get('api.md')).toMatchFileSnapshot('api.go.md');
});
