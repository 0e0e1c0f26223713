import { checkValue } from '../http/check-value.ts';
import { refusal } from '../http/paypal-error.ts';
import { checkPurchaseUnits } from './check-purchase-units.ts';
import { normalUnit } from './normal-unit.ts';
import type { Order, PurchaseUnit } from './order.ts';
import { type PatchOperation, PurchaseUnitSchema } from './schemas.ts';

/** What of a purchase unit may change, and whether it may be taken away. */
const patchable: Readonly<Record<string, { readonly isRemovable: boolean }>> = {
  '': { isRemovable: false },
  '/amount': { isRemovable: false },
  '/custom_id': { isRemovable: true },
  '/description': { isRemovable: true },
  '/invoice_id': { isRemovable: true },
  '/items': { isRemovable: true },
  '/soft_descriptor': { isRemovable: true },
  '/shipping': { isRemovable: true },
  '/shipping/address': { isRemovable: false },
  '/shipping/name': { isRemovable: false },
};

/** `/purchase_units/@reference_id=='default'/amount` */
const unitPath = /^\/purchase_units\/@reference_id=='([^']*)'(\/.*)?$/;

type Change = Pick<Order, 'intent' | 'purchaseUnits'>;
type Place = { readonly field: string; readonly location: 'body' };

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy of `target` with the value at the property names set, or gone where it is undefined. */
function withValue(target: unknown, names: readonly string[], value: unknown): unknown {
  const [name, ...rest] = names;
  if (name === undefined) return value;
  const { [name]: inner, ...others } = isObject(target) ? target : {};
  const changed = withValue(inner, rest, value);
  return changed === undefined ? others : { ...others, [name]: changed };
}

type Report = (parameter: string) => void;

function patchUnit(
  unit: PurchaseUnit,
  operation: PatchOperation,
  at: string,
  place: Place,
  report: Report,
): PurchaseUnit {
  const rule = Object.hasOwn(patchable, at) ? patchable[at] : undefined;
  if (!rule) throw refusal('FIELD_NOT_PATCHABLE', { ...place, value: operation.path });
  const isRemoval = operation.op === 'remove';
  if (isRemoval && !rule.isRemovable) throw refusal('INVALID_PATCH_OPERATION', place);
  if (!isRemoval && operation.value === undefined) {
    throw refusal('MISSING_REQUIRED_PARAMETER', { ...place, field: `${place.field}/value` });
  }
  const names = at.split('/').filter((name) => name !== '');
  const changed = withValue(unit, names, isRemoval ? undefined : operation.value);
  const checked = checkValue(PurchaseUnitSchema, changed, 'body', (name) => report(`purchase_units.${name}`));
  return normalUnit({ ...checked, reference_id: unit.reference_id });
}

function apply(change: Change, operation: PatchOperation, index: number, report: Report): Change {
  const place: Place = { field: `/${index}`, location: 'body' };
  const { op, path = '', value } = operation;
  if (op !== 'add' && op !== 'replace' && op !== 'remove') throw refusal('INVALID_PATCH_OPERATION', place);
  if (path === '/intent') {
    if (op === 'replace' && (value === 'CAPTURE' || value === 'AUTHORIZE'))
      return { ...change, intent: value };
    throw refusal('INVALID_PARAMETER_VALUE', { ...place, field: `/${index}/value`, value });
  }
  const match = unitPath.exec(path);
  if (!match) throw refusal('FIELD_NOT_PATCHABLE', { ...place, value: path });
  const [, reference, at = ''] = match;
  if (!change.purchaseUnits.some((unit) => unit.reference_id === reference)) {
    throw refusal('REFERENCE_ID_NOT_FOUND', { ...place, field: `/${index}/path`, value: path });
  }
  const purchaseUnits = change.purchaseUnits.map((unit) =>
    unit.reference_id === reference ? patchUnit(unit, operation, at, place, report) : unit,
  );
  return { ...change, purchaseUnits };
}

/**
 * Applies a JSON Patch to an order, all of it or nothing.
 *
 * @throws {PayPalError} where an operation is not allowed, or what comes out breaks the rules of an order.
 */
export function applyPatch(order: Change, operations: readonly PatchOperation[], report: Report): Change {
  const changed = operations.reduce(
    (change, operation, index) => apply(change, operation, index, report),
    order,
  );
  checkPurchaseUnits(changed.purchaseUnits);
  return { intent: changed.intent, purchaseUnits: changed.purchaseUnits };
}
