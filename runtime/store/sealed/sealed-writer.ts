import type { Collection, NewDocument, OutboxEvent, StoredDocument, Writer } from '../port.ts';
import {
  openDocument,
  type Seal,
  type SealedFields,
  sealDocument,
  sealEvent,
  unsealed,
} from './sealed-document.ts';
import { SealedReader } from './sealed-reader.ts';

interface ExpectedVersion {
  readonly expectedVersion?: number | undefined;
}

/** One open transaction; the keys are those that were there when it began. */
export class SealedWriter extends SealedReader implements Writer {
  readonly #inner: Writer;
  readonly #seal: Seal;

  constructor(inner: Writer, fields: SealedFields, seal: Seal) {
    super(inner, fields, async (open) => open(seal));
    this.#inner = inner;
    this.#seal = seal;
  }

  async insert<Doc extends StoredDocument>(into: Collection<Doc>, document: NewDocument<Doc>): Promise<Doc> {
    const fields = this.fields.get(into.name);
    if (!fields) return this.#inner.insert(into, document);
    const stored = await this.#inner.insert(into, sealDocument(this.#seal, into.name, fields, document));
    return unsealed(stored, fields, document);
  }

  async insertMany<Doc extends StoredDocument>(
    into: Collection<Doc>,
    documents: readonly NewDocument<Doc>[],
  ): Promise<Doc[]> {
    const fields = this.fields.get(into.name);
    if (!fields) return this.#inner.insertMany(into, documents);
    const sealed = documents.map((document) => ({
      document,
      sealed: sealDocument(this.#seal, into.name, fields, document),
    }));
    const stored = await this.#inner.insertMany(
      into,
      sealed.map((each) => each.sealed),
    );
    return stored.map((each, place) => unsealed(each, fields, documents[place] ?? each));
  }

  async update<Doc extends StoredDocument>(
    into: Collection<Doc>,
    id: string,
    change: (current: Doc) => NewDocument<Doc>,
    options?: ExpectedVersion,
  ): Promise<Doc> {
    const fields = this.fields.get(into.name);
    if (!fields) return this.#inner.update(into, id, change, options);
    let changed: NewDocument<Doc> | undefined;
    const seal = (before: Doc): NewDocument<Doc> => {
      const current = openDocument(this.#seal, into.name, before);
      changed = change(current);
      return changed === current ? before : sealDocument(this.#seal, into.name, fields, changed);
    };
    const stored = await this.#inner.update(into, id, seal, options);
    return unsealed(stored, fields, changed ?? stored);
  }

  delete(from: Collection, id: string, options?: ExpectedVersion): Promise<void> {
    return this.#inner.delete(from, id, options);
  }

  append(events: readonly OutboxEvent[]): Promise<void> {
    return this.#inner.append(events.map((event) => sealEvent(this.#seal, event)));
  }

  completeDelivery(deliveryId: string): Promise<void> {
    return this.#inner.completeDelivery(deliveryId);
  }
}
