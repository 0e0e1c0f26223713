import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { factsOf } from '../schema/field-facts.ts';

/** Fields of a document that only secret keys may ask for: `Variant.cost`. The document must be valid. */
export function secretFieldsOf(schema: GraphQLSchema, document: DocumentNode): readonly string[] {
  const found = new Set<string>();
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field() {
        const field = typeInfo.getFieldDef();
        if (field && factsOf(field).isSecret) found.add(`${typeInfo.getParentType()?.name}.${field.name}`);
      },
    }),
  );
  return [...found];
}
