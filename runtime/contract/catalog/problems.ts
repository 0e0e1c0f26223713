import Type from 'typebox';
import { defineProblems } from '../problem.ts';

export const catalogProblems = defineProblems({
  unknownSetting: {
    code: 'unknown_setting',
    status: 422,
    title: 'The store has no such channel, locale, currency, product type or customer group.',
    hint: 'The detail lists what the store has; declare more in headlesspro.config.ts.',
    kind: 'caller',
  },
  unknownReference: {
    code: 'unknown_reference',
    status: 422,
    title: 'The input refers to something that does not exist.',
    hint: 'Create what "errors" names first, or leave the reference out.',
    kind: 'caller',
  },
  lastVariant: {
    code: 'last_variant',
    status: 409,
    title: 'A product keeps at least one variant.',
    hint: 'Delete the product, or archive it.',
    kind: 'conflict',
  },
  categoryCycle: {
    code: 'category_cycle',
    status: 409,
    title: 'A category can not be moved below itself.',
    hint: 'Choose a parent outside of the branch that is moved.',
    kind: 'conflict',
  },
  categoryNotEmpty: {
    code: 'category_not_empty',
    status: 409,
    title: 'The category has sub-categories.',
    hint: 'Move or delete them first.',
    kind: 'conflict',
  },
  mediaInUse: {
    code: 'media_in_use',
    status: 409,
    title: 'The file is shown by products.',
    hint: 'Take it out of the products in "details.productIds" first.',
    kind: 'conflict',
    details: Type.Object({ productIds: Type.Array(Type.String()) }),
  },
  collectionIsRuleBased: {
    code: 'collection_is_rule_based',
    status: 409,
    title: 'Products of this collection come from its rules.',
    hint: "Change the collection's rules, or make its kind manual.",
    kind: 'conflict',
  },
  locationInUse: {
    code: 'location_in_use',
    status: 409,
    title: 'The location holds stock.',
    hint: 'Move the stock of "details.variantIds" first, or set isActive to false.',
    kind: 'conflict',
    details: Type.Object({ variantIds: Type.Array(Type.String()) }),
  },
  outOfStock: {
    code: 'out_of_stock',
    status: 409,
    title: 'There is not enough stock.',
    hint: 'Lower the quantity to "details.available", or allow backorders for the variant.',
    kind: 'conflict',
    details: Type.Object({ variantId: Type.String(), requested: Type.Integer(), available: Type.Integer() }),
  },
  reservationState: {
    code: 'reservation_state',
    status: 409,
    title: 'The reservation can not do that in its present state.',
    hint: '"details.state" is its state and "details.allowed" are the moves it allows.',
    kind: 'conflict',
    details: Type.Object({ state: Type.String(), allowed: Type.Array(Type.String()) }),
  },
});
