/** Where things are in this storefront; the routes in `app/app.tsx` are made for these. */
export const links = {
  home: '/',
  category: (slug: string) => `/categories/${encodeURIComponent(slug)}`,
  collection: (slug: string) => `/collections/${encodeURIComponent(slug)}`,
  product: (slug: string, variantId?: string) =>
    `/products/${encodeURIComponent(slug)}${variantId ? `?variant=${encodeURIComponent(variantId)}` : ''}`,
  checkout: '/checkout',
  /** Where a payment page leads back to. */
  checkoutReturn: '/checkout/return',
  /** `next` is where one wants to be then. */
  signIn: (next?: string) => `/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  /** Where the link in the mail leads. */
  signInReturn: '/sign-in/return',
  account: '/account',
  orders: '/orders',
  order: (orderId: string) => `/orders/${encodeURIComponent(orderId)}`,
  returnRequest: (orderId: string) => `/orders/${encodeURIComponent(orderId)}/return`,
  confirmation: (orderId: string) => `/orders/${encodeURIComponent(orderId)}/confirmation`,
};
