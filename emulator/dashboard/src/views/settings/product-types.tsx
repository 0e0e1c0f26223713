import type { ProductType } from './store-settings.ts';

type Attribute = ProductType['attributes'][number];

function typeOf({ type, list, values, to }: Attribute): string {
  const kind = type === 'reference' && to ? `reference to ${to}` : type;
  const choices =
    values.length > 0 ? `: ${values.slice(0, 6).join(', ')}${values.length > 6 ? ', …' : ''}` : '';
  return `${kind}${list ? ' list' : ''}${choices}`;
}

function rulesOf({ required, unique, searchable, level }: Attribute): readonly string[] {
  return [
    ...(level === 'variant' ? ['per variant'] : []),
    ...(required ? ['required'] : []),
    ...(unique ? ['unique'] : []),
    ...(searchable ? ['searchable'] : []),
  ];
}

function AttributeTable({ attributes }: Pick<ProductType, 'attributes'>) {
  return (
    <table className="attributes">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Attribute</th>
          <th scope="col">Type</th>
          <th scope="col">Rules</th>
        </tr>
      </thead>
      <tbody>
        {attributes.map((attribute) => (
          <tr key={attribute.name}>
            <th scope="row">
              <code>{attribute.name}</code>
            </th>
            <td className="none">{typeOf(attribute)}</td>
            <td>
              <span className="tags">
                {rulesOf(attribute).map((rule) => (
                  <span className="tag" key={rule}>
                    {rule}
                  </span>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The product types, each folded open to its attributes. */
export function ProductTypes({ productTypes }: { readonly productTypes: readonly ProductType[] }) {
  return (
    <ul className="product-types">
      {productTypes.map(({ key, name, attributes }, index) => (
        <li key={key}>
          <details open={index === 0}>
            <summary>
              <strong>{name}</strong> <code className="none">{key}</code>
              <span className="count">
                {attributes.length} {attributes.length === 1 ? 'attribute' : 'attributes'}
              </span>
            </summary>
            {attributes.length > 0 && <AttributeTable attributes={attributes} />}
          </details>
        </li>
      ))}
    </ul>
  );
}
