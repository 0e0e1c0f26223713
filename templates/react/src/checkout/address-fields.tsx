import { SelectField, TextField } from '../forms/field.tsx';
import { usePreferences } from '../preferences/preferences-context.ts';
import type { AddressDraft, AddressField } from './address-draft.ts';
import styles from './checkout-page.module.css';
import { fieldId } from './field-problems.ts';
import { type NamedCountry, useRegions } from './use-countries.ts';

interface AddressFieldsProps {
  readonly name: 'shippingAddress' | 'billingAddress';
  readonly draft: AddressDraft;
  readonly countries: readonly NamedCountry[];
  readonly problemOf: (pointer: string) => string | undefined;
  readonly onChange: (field: AddressField, value: string) => void;
  readonly onLeave: (field: AddressField) => void;
}

/** For the browser to fill in by itself, and for people who rely on that. */
const autoComplete: Readonly<Record<AddressField, string>> = {
  country: 'country',
  firstName: 'given-name',
  lastName: 'family-name',
  company: 'organization',
  addressLine1: 'address-line1',
  addressLine2: 'address-line2',
  postalCode: 'postal-code',
  city: 'address-level2',
  region: 'address-level1',
  phone: 'tel',
};

/** An address by the rules of its country: what it needs, and in the order in which it is written there. */
export function AddressFields({ name, draft, countries, problemOf, onChange, onLeave }: AddressFieldsProps) {
  const { texts } = usePreferences();
  const country = countries.find(({ code }) => code === draft.country);
  const regions = useRegions(country);
  const required: readonly string[] = country?.requiredFields ?? ['lastName', 'addressLine1', 'city'];
  const hasRegion = required.includes('region');

  const shared = (field: AddressField, isWide: boolean) => ({
    id: fieldId(`/${name}/${field}`),
    ...{ isWide, label: texts.checkout[field], problem: problemOf(`/${name}/${field}`) },
    isOptional: !required.includes(field) && field !== 'country',
    isUnmarked: field === 'firstName',
    autoComplete: `${name === 'shippingAddress' ? 'shipping' : 'billing'} ${autoComplete[field]}`,
    onBlur: () => onLeave(field),
  });
  const text = (field: AddressField, isWide: boolean) => (
    <TextField
      key={field}
      {...shared(field, isWide)}
      value={draft[field]}
      maxLength={field === 'postalCode' ? 32 : 128}
      type={field === 'phone' ? 'tel' : 'text'}
      onChange={(event) => onChange(field, event.target.value)}
    />
  );
  const region = (
    <SelectField
      key="region"
      {...shared('region', false)}
      value={draft.region}
      onChange={(event) => onChange('region', event.target.value)}
    >
      <option value="">{texts.checkout.chooseRegion}</option>
      {regions.map(({ code, name: regionName }) => (
        <option key={code} value={code}>
          {regionName}
        </option>
      ))}
    </SelectField>
  );
  return (
    <div className={styles.fields}>
      <SelectField
        {...shared('country', true)}
        value={draft.country}
        onChange={(event) => onChange('country', event.target.value)}
      >
        {!country && <option value={draft.country}>{draft.country}</option>}
        {countries.map(({ code, name: countryName }) => (
          <option key={code} value={code}>
            {countryName}
          </option>
        ))}
      </SelectField>
      {text('firstName', false)}
      {text('lastName', false)}
      {text('company', true)}
      {text('addressLine1', true)}
      {text('addressLine2', true)}
      {hasRegion
        ? [text('city', true), regions.length > 0 ? region : text('region', false), text('postalCode', false)]
        : [text('postalCode', false), text('city', false)]}
      {text('phone', true)}
    </div>
  );
}
