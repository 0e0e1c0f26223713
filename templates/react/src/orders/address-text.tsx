import type { Address } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';

/** An address as it is written on a parcel. */
export function AddressText({ address }: { readonly address: Address }) {
  const { locale } = usePreferences();
  const name = [address.firstName, address.lastName].filter(Boolean).join(' ');
  const place = address.region
    ? [[address.city, address.region].filter(Boolean).join(', '), address.postalCode]
    : [address.postalCode, address.city];
  const country = new Intl.DisplayNames([locale], { type: 'region' }).of(address.country) ?? address.country;
  const lines = [
    ...[name, address.company, address.addressLine1, address.addressLine2],
    ...[place.filter(Boolean).join(' '), country],
  ];
  return (
    <address style={{ fontStyle: 'normal' }}>
      {lines.filter(Boolean).map((line) => (
        <div key={line}>{line}</div>
      ))}
    </address>
  );
}
