import { useCart } from './cart-context.ts';

/** Read aloud when it changes. An open drawer has one of its own, because it silences the rest of the page. */
export function Announcements() {
  const { announcement } = useCart();
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </p>
  );
}
