import { nameOfLine } from '../cart/line-name.ts';
import { isSoldOut } from '../catalog/summarize-offer.ts';
import { SelectField } from '../forms/field.tsx';
import { ApiError, type OrderLine } from '../headlesspro/storefront.js';
import { useLoaded } from '../loading/use-loaded.ts';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { loadProduct } from '../product/load-product.ts';
import { useStore } from '../store/store-context.ts';

interface ExchangeChoiceProps {
  readonly line: OrderLine;
  /** Of the order: what comes instead is paid in it too. */
  readonly currency: string;
  readonly wantedId: string | null;
  readonly onChoose: (wantedId: string | null) => void;
}

/** The money, or what of the same product is wanted instead, at its price of now. */
export function ExchangeChoice({ line, currency, wantedId, onChoose }: ExchangeChoiceProps) {
  const { api } = useStore();
  const { locale, texts } = usePreferences();
  const { productId } = line;
  const { data: product } = useLoaded(`${productId} ${locale} ${currency}`, async (signal) => {
    if (productId === null) return null;
    try {
      return await loadProduct(api, productId, { locale, currency }, signal);
    } catch (error) {
      if (ApiError.is(error, 'not_found')) return null;
      throw error;
    }
  });
  const offered = (product?.variants ?? []).filter((variant) => variant.price && !isSoldOut(variant));
  return (
    <SelectField
      id={`exchange-${line.id}`}
      label={texts.orders.instead}
      aria-label={texts.orders.insteadOf(nameOfLine(line))}
      hint={wantedId === null ? undefined : texts.orders.exchangeHint}
      value={wantedId ?? ''}
      onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{texts.orders.moneyBack}</option>
      {offered.map(({ id, title, price }) => (
        <option key={id} value={id}>
          {[title || product?.title, price && formatMoney(price, locale)].filter(Boolean).join(' · ')}
        </option>
      ))}
    </SelectField>
  );
}
