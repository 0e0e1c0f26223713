import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GivenStore, givenStore, type OpenEngine } from './given-store.ts';
import { shirt } from './products.suite.ts';

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';

/** Uploaded files and the products that show them. */
export function mediaSuite(openEngine: OpenEngine): void {
  describe('media', () => {
    let store: GivenStore;
    beforeAll(async () => {
      store = await givenStore(openEngine);
    });
    afterAll(() => store.close());

    test('a file is measured, and shown by a product with its address', async () => {
      const file = await store.upload('shirt.svg', 'image/svg+xml', picture);
      expect(file).toMatchObject({ status: 201, body: { width: 40, height: 30, bytes: picture.length } });
      const product = await store.request(
        'POST /v1/products',
        shirt({ media: [{ mediaId: file.body.id, alt: 'A shirt' }] }),
      );
      expect(product.body.media).toEqual([
        {
          ...{ mediaId: file.body.id, url: file.body.url, alt: 'A shirt' },
          ...{ contentType: 'image/svg+xml', width: 40, height: 30 },
        },
      ]);
    });

    test('products follow the text of a file, but for those that have a text of their own for it', async () => {
      const { id: mediaId } = (await store.upload('text.svg', 'image/svg+xml', picture)).body;
      const shown = async (alt?: string) => {
        const media = [{ mediaId, ...(alt && { alt }) }];
        return (await store.request('POST /v1/products', shirt({ media }))).body.id as string;
      };
      const [plain, own] = [await shown(), await shown('My own words')];
      await store.request(`PATCH /v1/media/${mediaId}`, { alt: 'A blue shirt' });
      const altOf = async (id: string) => (await store.request(`GET /v1/products/${id}`)).body.media[0].alt;
      expect(await altOf(plain)).toBe('A blue shirt');
      expect(await altOf(own)).toBe('My own words');
      const told = (await store.events()).filter(({ type }) => type === 'product.updated');
      expect(told.map(({ subject }) => subject)).toEqual([plain]);
    });

    test('a file that a product shows is not deleted before it is taken out', async () => {
      const { id: mediaId } = (await store.upload('used.svg', 'image/svg+xml', picture)).body;
      const { id } = (await store.request('POST /v1/products', shirt({ media: [{ mediaId }] }))).body;
      const refused = await store.request(`DELETE /v1/media/${mediaId}`);
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'media_in_use', details: { productIds: [id] } },
      });
      await store.request(`PATCH /v1/products/${id}`, { media: [] });
      expect(await store.request(`DELETE /v1/media/${mediaId}`)).toMatchObject({ status: 204 });
      expect(await store.request(`GET /v1/media/${mediaId}`)).toMatchObject({ status: 404 });
    });

    test.each([
      ['a text that claims to be a picture', 'image/png', 'not a picture'],
      ['a picture of another kind', 'image/png', picture],
      ['an SVG that is cut off', 'image/svg+xml', picture.slice(0, -8)],
      ['a PDF that is none', 'application/pdf', 'hello'],
    ])('%s is refused', async (_, contentType, contents) => {
      const answer = await store.upload('file.bin', contentType, contents);
      expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
    });
  });
}
