import type { ReportBuilder } from '../report.ts';
import { listAll, type TransferClient } from '../transfer-client.ts';

interface Category {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

const keyOf = ({ name, parentId }: Pick<Category, 'name' | 'parentId'>) =>
  `${parentId ?? ''}\n${name.toLowerCase()}`;

/** The store's categories, found by their names from the top down; what is missing is made. */
export class CategoryTree {
  readonly #client: TransferClient;
  readonly #report: ReportBuilder;
  #known: Map<string, string> | undefined;

  constructor(client: TransferClient, report: ReportBuilder) {
    this.#client = client;
    this.#report = report;
  }

  /** Id of the last name of the path. Throws what the platform has against a name. */
  async idOf(path: readonly string[]): Promise<string | undefined> {
    this.#known ??= await this.#read();
    let parentId: string | null = null;
    for (const name of path) {
      const key: string = keyOf({ name, parentId });
      const found: string = this.#known.get(key) ?? (await this.#create(name, parentId));
      this.#known.set(key, found);
      parentId = found;
    }
    return parentId ?? undefined;
  }

  async #read(): Promise<Map<string, string>> {
    const known = new Map<string, string>();
    for await (const category of listAll<Category>(this.#client, 'catalog.categories.list')) {
      known.set(keyOf(category), category.id);
    }
    return known;
  }

  async #create(name: string, parentId: string | null): Promise<string> {
    const made = await this.#client.execute('catalog.categories.create', { name, parentId });
    this.#report.count('category', 'created');
    return (made as Category).id; // as the contract has it
  }
}
