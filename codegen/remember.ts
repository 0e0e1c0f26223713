/** A function of a text, worked out once for each: a name occurs in hundreds of places of an SDK. */
export function remember(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? work(text);
    known.set(text, found);
    return found;
  };
}
