/*
 * What an order should be, counted anew and as simply as can be: units by line, cents of each unit, stock by variant,
 * money. It knows nothing of how the platform does it; every step of a walk is held against it.
 */

export interface ModelLine {
  readonly id: string;
  readonly variantId: string;
  readonly quantity: number;
  /** What each unit cost, in the order in which units are given back. */
  readonly cents: readonly number[];
  planned: number;
  fulfilled: number;
  cancelled: number;
  returning: number;
  returned: number;
  refunded: number;
}

/** Units by the id of their line. */
export type Units = ReadonlyMap<string, number>;

export interface ModelParcel {
  state: string;
  readonly units: Units;
  readonly locationId: string | null;
}

export interface ModelReturn {
  state: string;
  readonly units: Units;
  locationId: string | null;
}

/** Units of a variant in all locations, and how many of the reserved ones the order holds for no parcel. */
export interface ModelStock {
  onHand: number;
  held: number;
}

const sumOf = (numbers: Iterable<number>) => [...numbers].reduce((sum, each) => sum + each, 0);

/** An amount shared out over units, the larger shares first. */
export function shares(total: number, quantity: number): number[] {
  const each = Math.floor(total / quantity);
  return Array.from({ length: quantity }, (_, index) => each + (index < total - each * quantity ? 1 : 0));
}

export interface CreditWish {
  readonly units?: Units;
  readonly shipping?: boolean;
  readonly other?: number;
}

export class OrderModel {
  state = 'confirmed';
  readonly lines: readonly ModelLine[];
  readonly parcels = new Map<string, ModelParcel>();
  readonly returns = new Map<string, ModelReturn>();
  readonly stock: ReadonlyMap<string, ModelStock>;
  readonly total: number;
  readonly shipping: number;
  shippingRefunded = 0;
  credited = 0;
  paid = 0;
  refunded = 0;
  /** Whether a transfer may still come. */
  isAwaited: boolean;

  constructor(
    lines: readonly Pick<ModelLine, 'id' | 'variantId' | 'quantity' | 'cents'>[],
    { shipping, onHand, isPaid }: { shipping: number; onHand: number; isPaid: boolean },
  ) {
    const none = { planned: 0, fulfilled: 0, cancelled: 0, returning: 0, returned: 0, refunded: 0 };
    this.lines = lines.map((line) => ({ ...line, ...none }));
    this.total = sumOf(lines.flatMap(({ cents }) => cents)) + shipping;
    this.shipping = shipping;
    this.paid = isPaid ? this.total : 0;
    this.isAwaited = !isPaid;
    this.stock = new Map(
      lines.map(({ variantId }) => {
        const own = lines.filter((line) => line.variantId === variantId);
        return [variantId, { onHand, held: sumOf(own.map(({ quantity }) => quantity)) }];
      }),
    );
  }

  line(id: string): ModelLine {
    const found = this.lines.find((line) => line.id === id);
    if (!found) throw new Error(`The model has no line ${id}.`);
    return found;
  }

  open({ quantity, cancelled, planned, fulfilled }: ModelLine): number {
    return quantity - cancelled - planned - fulfilled;
  }

  returnable({ fulfilled, returning, returned }: ModelLine): number {
    return fulfilled - returning - returned;
  }

  stockOf(variantId: string): ModelStock {
    const found = this.stock.get(variantId);
    if (!found) throw new Error(`The model has no stock of ${variantId}.`);
    return found;
  }

  /** Units of variants. */
  byVariant(units: Units): Map<string, number> {
    const sums = new Map<string, number>();
    for (const [lineId, quantity] of units) {
      const { variantId } = this.line(lineId);
      sums.set(variantId, (sums.get(variantId) ?? 0) + quantity);
    }
    return sums;
  }

  reserved(variantId: string): number {
    const waiting = [...this.parcels.values()].filter(({ state }) => ['planned', 'packed'].includes(state));
    const inParcels = waiting.map(({ units }) => this.byVariant(units).get(variantId) ?? 0);
    return this.stockOf(variantId).held + sumOf(inParcels);
  }

  get balance(): number {
    return this.total - this.credited - (this.paid - this.refunded);
  }

  get refundable(): number {
    return this.paid - this.refunded;
  }

  get owedToCustomer(): number {
    return Math.min(this.refundable, Math.max(0, -this.balance));
  }

  get openUnits(): Units {
    return new Map(this.lines.map((line) => [line.id, this.open(line)]));
  }

  get isFulfilled(): boolean {
    const fulfilled = sumOf(this.lines.map((line) => line.fulfilled));
    return fulfilled > 0 && this.lines.every((line) => this.open(line) + line.planned === 0);
  }

  /** What is to be credited: the next units of each line that were not given back yet. */
  credit({ units = new Map(), shipping = false, other = 0 }: CreditWish): number {
    const ofLines = this.lines.map(({ id, cents, refunded }) =>
      sumOf(cents.slice(refunded, refunded + (units.get(id) ?? 0))),
    );
    return sumOf(ofLines) + (shipping ? this.shipping - this.shippingRefunded : 0) + other;
  }

  writeCredit(wish: CreditWish): void {
    this.credited += this.credit(wish);
    for (const line of this.lines) {
      const wanted = wish.units?.get(line.id) ?? 0;
      line.refunded = Math.min(line.quantity, line.refunded + wanted);
    }
    if (wish.shipping) this.shippingRefunded = this.shipping;
  }

  payBack(amount: number): void {
    this.refunded += amount;
  }

  /** An order is completed by itself. */
  completeWhenDone(): void {
    if (this.state === 'confirmed' && this.isFulfilled && this.balance <= 0) this.state = 'completed';
  }

  /** What the platform should say of the order. */
  get figures() {
    const ofLines = (units: (line: ModelLine) => number) => sumOf(this.lines.map(units));
    const fulfilled = ofLines((line) => line.fulfilled);
    const returned = ofLines((line) => line.returned);
    const wanted = ofLines(({ quantity, cancelled }) => quantity - cancelled);
    return {
      state: this.state,
      fulfilmentState:
        fulfilled === 0 ? 'unfulfilled' : fulfilled >= wanted ? 'fulfilled' : 'partially_fulfilled',
      returnState: this.lines.some(({ returning }) => returning > 0)
        ? 'open'
        : returned === 0
          ? 'none'
          : returned >= fulfilled
            ? 'returned'
            : 'partially_returned',
      paymentState: this.#paymentState,
      paid: this.paid,
      refunded: this.refunded,
      credited: this.credited,
      shippingRefunded: this.shippingRefunded,
      balance: this.balance,
      lines: this.lines.map((line) => ({
        id: line.id,
        plannedQuantity: line.planned,
        fulfilledQuantity: line.fulfilled,
        cancelledQuantity: line.cancelled,
        returningQuantity: line.returning,
        returnedQuantity: line.returned,
        refundedQuantity: line.refunded,
        refundedAmount: sumOf(line.cents.slice(0, line.refunded)),
      })),
      parcels: Object.fromEntries([...this.parcels].map(([id, { state }]) => [id, state])),
      returns: Object.fromEntries([...this.returns].map(([id, { state }]) => [id, state])),
      stock: Object.fromEntries(
        [...this.stock].map(([variantId, { onHand }]) => {
          const reserved = this.reserved(variantId);
          return [variantId, { onHand, reserved, available: onHand - reserved }];
        }),
      ),
    };
  }

  get #paymentState(): string {
    if (this.paid === 0) return this.isAwaited ? 'authorized' : 'cancelled';
    if (this.refunded >= this.paid) return 'refunded';
    if (this.refunded > 0) return 'partially_refunded';
    return this.balance <= 0 ? 'captured' : 'partially_captured';
  }
}
