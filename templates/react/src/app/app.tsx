import { createBrowserRouter, RouterProvider } from 'react-router';
import { AccountPage } from '../account/account-page.tsx';
import { SignInPage } from '../account/sign-in-page.tsx';
import { SignInReturnPage } from '../account/sign-in-return-page.tsx';
import { CartProvider } from '../cart/cart-provider.tsx';
import { CatalogProvider } from '../catalog/catalog-provider.tsx';
import { CheckoutPage } from '../checkout/checkout-page.tsx';
import { ReturnPage } from '../checkout/return-page.tsx';
import { ListingPage } from '../listing/listing-page.tsx';
import { Failure } from '../loading/failure.tsx';
import { NotFound } from '../loading/not-found.tsx';
import { ConfirmationPage } from '../orders/confirmation-page.tsx';
import { OrderPage } from '../orders/order-page.tsx';
import { OrdersPage } from '../orders/orders-page.tsx';
import { ReturnRequestPage } from '../orders/return-request-page.tsx';
import { PreferencesProvider } from '../preferences/preferences-provider.tsx';
import { ProductPage } from '../product/product-page.tsx';
import type { StoreAddress } from '../store/store-address.ts';
import { StoreProvider } from '../store/store-provider.tsx';
import { textsOf } from '../texts/texts-of.ts';
import { Layout } from './layout.tsx';
import { LayoutSkeleton } from './layout-skeleton.tsx';
import { UnexpectedError } from './unexpected-error.tsx';

/** Addresses are made by `catalog/links.ts`. */
const router = createBrowserRouter([
  {
    element: <Layout />,
    errorElement: <UnexpectedError />,
    children: [
      { path: '/', element: <ListingPage kind="all" /> },
      { path: '/categories/:slug', element: <ListingPage kind="category" /> },
      { path: '/collections/:slug', element: <ListingPage kind="collection" /> },
      { path: '/products/:slug', element: <ProductPage /> },
      { path: '/checkout', element: <CheckoutPage /> },
      { path: '/checkout/return', element: <ReturnPage /> },
      { path: '/sign-in', element: <SignInPage /> },
      { path: '/sign-in/return', element: <SignInReturnPage /> },
      { path: '/account', element: <AccountPage /> },
      { path: '/orders', element: <OrdersPage /> },
      { path: '/orders/:orderId', element: <OrderPage /> },
      { path: '/orders/:orderId/confirmation', element: <ConfirmationPage /> },
      { path: '/orders/:orderId/return', element: <ReturnRequestPage /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);

export function App({ url, publishableKey }: Pick<StoreAddress, 'url' | 'publishableKey'>) {
  // Before the store has said which languages it speaks, the browser's is the best guess.
  const texts = textsOf(navigator.language);
  return (
    <StoreProvider
      url={url}
      publishableKey={publishableKey}
      loading={<LayoutSkeleton label={texts.loading} />}
      failed={(error, retry) => <Failure error={error} retry={retry} texts={texts} />}
    >
      <PreferencesProvider>
        <CatalogProvider>
          <CartProvider>
            <RouterProvider router={router} />
          </CartProvider>
        </CatalogProvider>
      </PreferencesProvider>
    </StoreProvider>
  );
}
