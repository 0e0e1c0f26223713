import { step } from './step.ts';

/** A picture of one grey point. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export const catalogSteps = {
  product: step('catalog.products.create', [], ({ shop }) => ({
    ...{ productType: shop.productType, title: `Triggered product ${shop.mark}`, status: 'active' },
    attributes: shop.attributes,
    variants: [
      {
        sku: `TRIGGERED-${shop.mark}`,
        prices: [{ amount: 1990, currency: shop.currency }],
        ...{ requiresShipping: shop.shippingMethod !== undefined, attributes: shop.variantAttributes },
      },
    ],
  })),
  productChange: step('catalog.products.update', ['product'], ({ product, shop }) => ({
    ...{ productId: product.id, title: `Changed product ${shop.mark}` },
  })),
  productWithdrawal: step('catalog.products.update', ['product'], ({ product }) => ({
    ...{ productId: product.id, publications: [] },
  })),
  productDeletion: step('catalog.products.delete', ['product'], ({ product }) => ({ productId: product.id })),
  priceChange: step('catalog.variants.update', ['product'], ({ product, shop }) => ({
    ...{ productId: product.id, variantId: product.variants[0]?.id ?? '' },
    prices: [{ amount: 1490, currency: shop.currency }],
  })),
  warehouse: step('catalog.locations.create', [], () => ({ name: 'Warehouse' }), {
    find: async (call) => {
      const { data } = await call('catalog.locations.list', { pageSize: 100 });
      return data.find(({ isActive, channels }) => isActive && channels.length === 0);
    },
  }),
  location: step('catalog.locations.create', [], ({ shop }) => ({ name: `Triggered location ${shop.mark}` })),
  locationChange: step('catalog.locations.update', ['location'], ({ location, shop }) => ({
    ...{ locationId: location.id, name: `Changed location ${shop.mark}` },
  })),
  locationDeletion: step('catalog.locations.delete', ['location'], ({ location }) => ({
    locationId: location.id,
  })),
  stock: step('catalog.inventory.adjust', ['product', 'warehouse'], ({ product, warehouse }) => ({
    ...{ variantId: product.variants[0]?.id ?? '', locationId: warehouse.id, onHand: 100, reason: 'counted' },
  })),
  reservation: step('catalog.reservations.create', ['stock'], ({ product }) => ({
    ...{ variantId: product.variants[0]?.id ?? '', quantity: 2 },
  })),
  reservationSplit: step('catalog.reservations.split', ['reservationCommit'], ({ reservation }) => ({
    ...{ reservationId: reservation.id, quantity: 1 },
  })),
  reservationCommit: step('catalog.reservations.commit', ['reservation'], ({ reservation }) => ({
    reservationId: reservation.id,
  })),
  reservationShipment: step('catalog.reservations.ship', ['reservationCommit'], ({ reservation }) => ({
    reservationId: reservation.id,
  })),
  reservationRelease: step('catalog.reservations.release', ['reservation'], ({ reservation }) => ({
    reservationId: reservation.id,
  })),
  category: step('catalog.categories.create', [], ({ shop }) => ({ name: `Triggered ${shop.mark}` })),
  parentCategory: step('catalog.categories.create', [], ({ shop }) => ({ name: `Parent ${shop.mark}` })),
  categoryChange: step('catalog.categories.update', ['category'], ({ category, shop }) => ({
    ...{ categoryId: category.id, name: `Changed ${shop.mark}` },
  })),
  categoryMove: step(
    'catalog.categories.move',
    ['category', 'parentCategory'],
    ({ category, parentCategory }) => ({ categoryId: category.id, parentId: parentCategory.id }),
  ),
  categoryDeletion: step('catalog.categories.delete', ['category'], ({ category }) => ({
    categoryId: category.id,
  })),
  collection: step('catalog.collections.create', [], ({ shop }) => ({ name: `Triggered ${shop.mark}` })),
  collectionChange: step('catalog.collections.update', ['collection'], ({ collection, shop }) => ({
    ...{ collectionId: collection.id, name: `Changed ${shop.mark}` },
  })),
  collectionProducts: step(
    'catalog.collections.addProducts',
    ['collection', 'product'],
    ({ collection, product }) => ({ collectionId: collection.id, productIds: [product.id] }),
  ),
  collectionDeletion: step('catalog.collections.delete', ['collection'], ({ collection }) => ({
    collectionId: collection.id,
  })),
  priceList: step('catalog.priceLists.create', [], ({ shop }) => ({
    ...{ name: `Triggered ${shop.mark}`, status: 'draft' },
  })),
  priceListChange: step('catalog.priceLists.update', ['priceList'], ({ priceList, shop }) => ({
    ...{ priceListId: priceList.id, name: `Changed ${shop.mark}` },
  })),
  priceListDeletion: step('catalog.priceLists.delete', ['priceList'], ({ priceList }) => ({
    priceListId: priceList.id,
  })),
  media: step('catalog.media.upload', [], ({ shop }) => ({ filename: `triggered-${shop.mark}.png` }), {
    file: { contentType: 'image/png', contents: png },
  }),
  mediaChange: step('catalog.media.update', ['media'], ({ media }) => ({
    ...{ mediaId: media.id, alt: 'A grey point' },
  })),
  mediaDeletion: step('catalog.media.delete', ['media'], ({ media }) => ({ mediaId: media.id })),
};
