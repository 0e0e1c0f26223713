import type { GraphQLNamedType } from 'graphql';

interface Entry {
  readonly type: GraphQLNamedType;
  readonly shape: string;
  readonly source: string;
}

/**
 * The named types of one schema. The same name with the same shape is one type; with two shapes it is a fault of
 * the contract or of the store's configuration, and both places are named.
 */
export class TypeRegistry {
  readonly #entries = new Map<string, Entry>();

  get types(): readonly GraphQLNamedType[] {
    return [...this.#entries.values()].map(({ type }) => type);
  }

  register<Type extends GraphQLNamedType>(
    name: string,
    shape: string,
    source: string,
    create: () => Type,
  ): Type {
    const known = this.#entries.get(name);
    if (!known) {
      const type = create();
      this.#entries.set(name, { type, shape, source });
      return type;
    }
    if (known.shape !== shape) {
      throw new Error(
        `The GraphQL type "${name}" would have two shapes.\n` +
          `  ${known.source}: ${known.shape}\n  ${source}: ${shape}\n` +
          'Give one of the two another title in the contract.',
      );
    }
    // The shape names the kind of type, so what was registered under it is of the same class.
    return known.type as Type;
  }
}
