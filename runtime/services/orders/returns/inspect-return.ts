import type { Context } from '../../../context/context.ts';
import type { InputOf } from '../../../contract/operation.ts';
import type { OrderOperations } from '../../../contract/orders/index.ts';
import { type FieldError, problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { restock } from '../fulfilments/restock.ts';
import { type OpenReturn, performReturnMove } from './move-return.ts';
import { moveReturn } from './return-states.ts';
import type { Return } from './stored-return.ts';

type Inspection = InputOf<OrderOperations['orders.returns.inspect']>;
type Inspected = Inspection['lines'];
type Counted = Pick<Return['lines'][number], 'restocked' | 'damaged' | 'discarded'>;

const counterOf = { restock: 'restocked', damaged: 'damaged', discard: 'discarded' } as const;

/** Lines of a return with what becomes of their units; every unit has to have a disposition. */
export function inspectedLines(
  lines: Return['lines'],
  inspected: Inspected,
): { readonly lines: Return['lines']; readonly faults: readonly FieldError[] } {
  const faults: FieldError[] = inspected.flatMap(({ lineId }, index) =>
    lines.some((line) => line.lineId === lineId)
      ? []
      : [{ pointer: `/lines/${index}/lineId`, message: 'is no line of the return.' }],
  );
  const open = new Map<string, Counted>();
  for (const { lineId, disposition, quantity } of inspected) {
    const counted = open.get(lineId) ?? { restocked: 0, damaged: 0, discarded: 0 };
    const counter = counterOf[disposition];
    open.set(lineId, { ...counted, [counter]: counted[counter] + quantity });
  }
  for (const lineId of new Set(lines.map((line) => line.lineId))) {
    const came = lines
      .filter((line) => line.lineId === lineId)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const { restocked, damaged, discarded } = open.get(lineId) ?? { restocked: 0, damaged: 0, discarded: 0 };
    const named = restocked + damaged + discarded;
    if (named !== came) {
      faults.push({ pointer: '/lines', message: `name ${named} units of ${lineId}, and ${came} came back.` });
    }
  }
  // A line may be in a return twice, for two reasons: its units are shared out in the order of its entries.
  const shared = lines.map((line) => {
    const left = open.get(line.lineId) ?? { restocked: 0, damaged: 0, discarded: 0 };
    const restocked = Math.min(line.quantity, left.restocked);
    const damaged = Math.min(line.quantity - restocked, left.damaged);
    const discarded = Math.min(line.quantity - restocked - damaged, left.discarded);
    open.set(line.lineId, {
      restocked: left.restocked - restocked,
      damaged: left.damaged - damaged,
      discarded: left.discarded - discarded,
    });
    return { ...line, restocked, damaged, discarded };
  });
  return { lines: shared, faults };
}

/** Counts what came back into stock, and writes what became of each unit. */
export async function inspectReturn(
  context: Context,
  { found }: OpenReturn,
  { lines: inspected, locationId = found.locationId ?? undefined, reason }: Inspection,
): Promise<Return> {
  moveReturn(found, 'orders.returns.inspect');
  const { lines, faults } = inspectedLines(found.lines, inspected);
  const [first] = faults;
  if (first) {
    throw problem(problems.invalidInput, { detail: `${first.pointer} ${first.message}`, errors: faults });
  }
  const sorted = lines.toSorted((one, other) => (one.variantId < other.variantId ? -1 : 1));
  const place = locationId ?? null;
  for (const { variantId, restocked, damaged } of sorted) {
    const at = { variantId, locationId: place };
    await restock(context, { ...at, quantity: restocked, isDamaged: false }, found.id);
    await restock(context, { ...at, quantity: damaged, isDamaged: true }, found.id);
  }
  const change = { lines, locationId: place, reason };
  return performReturnMove(context, found, 'orders.returns.inspect', change);
}
