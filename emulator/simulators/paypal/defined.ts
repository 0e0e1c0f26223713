type Defined<Shape> = { readonly [Key in keyof Shape]?: Exclude<Shape[Key], undefined> };

/** Those properties that have a value, so that what was not given is absent and not `undefined`. */
export function defined<Shape extends object>(shape: Shape): Defined<Shape> {
  const given = Object.entries(shape).filter(([, value]) => value !== undefined);
  // `fromEntries` knows no names: they are those of `shape`.
  return Object.fromEntries(given) as Defined<Shape>;
}
