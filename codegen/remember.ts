/** A function of a text, worked out once for each: a name occurs in hundreds of places of an SDK. */
export function remember<Found>(work: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    const found = known.get(text) ?? work(text);
    known.set(text, found);
    return found;
  };
}
