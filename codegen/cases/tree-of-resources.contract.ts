import Type from 'typebox';
import { object } from '../../runtime/contract/schema/primitives.ts';
import { contractOf } from './given-contract.ts';

/** A resource with methods and resources below it, one at the root, one named like its service, an upload, a noun without a plural, a place without methods. */
const OrderLine = object('OrderLine', { id: Type.String(), quantity: Type.Integer() });
const Order = object('Order', { id: Type.String(), lines: Type.Array(OrderLine) });
const Cart = object('Cart', { id: Type.String() });
const Media = object('Media', { id: Type.String() });
const Settings = object('ShopSettings', { name: Type.String() });

const definitions = {
  'orders.get': {
    summary: 'Get an order',
    http: 'GET /v1/orders/{orderId}',
    scopes: ['store:write'],
    input: Type.Object({ orderId: Type.String() }),
    output: Order,
    errors: [],
    effect: 'read',
  },
  'carts.carts.get': {
    summary: 'Get a cart',
    http: 'GET /v1/carts/{cartId}',
    scopes: ['carts:read'],
    input: Type.Object({ cartId: Type.String() }),
    output: Cart,
    errors: [],
    effect: 'read',
  },
  'orders.lines.add': {
    summary: 'Add a line to an order',
    http: 'POST /v1/orders/{orderId}/lines',
    scopes: ['store:write'],
    input: Type.Object({ orderId: Type.String(), quantity: Type.Integer({ minimum: 1, default: 1 }) }),
    output: Order,
    errors: [],
    effect: 'write',
  },
  'store.settings.get': {
    summary: 'Get the settings',
    http: 'GET /v1/store',
    scopes: ['store:read'],
    input: Type.Object({}),
    output: Settings,
    errors: [],
    effect: 'read',
  },
  'catalog.media.upload': {
    summary: 'Upload a file',
    http: 'POST /v1/media',
    scopes: ['catalog:write'],
    input: Type.Object({ filename: Type.String() }),
    output: Media,
    status: 201,
    errors: [],
    effect: 'write',
    upload: { contentTypes: ['image/png'], maxBytes: 1024 },
  },
} as const;

export default contractOf(
  definitions,
  [],
  [
    { name: 'social', summary: 'Selling on social networks' },
    { name: 'social.facebook', summary: 'What only Facebook has' },
    { name: 'catalog.media', summary: 'Pictures and films' },
  ],
);
