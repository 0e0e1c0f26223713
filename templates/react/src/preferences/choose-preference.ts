/** What was chosen before where the store still has it, else the nearest wish, else the default. */
export function choosePreference(
  offered: readonly string[],
  saved: string | undefined,
  wishes: readonly string[],
  byDefault: string,
): string {
  if (saved !== undefined && offered.includes(saved)) return saved;
  for (const wish of wishes) {
    const language = wish.split('-')[0];
    const found =
      offered.find((each) => each === wish) ?? offered.find((each) => each.split('-')[0] === language);
    if (found) return found;
  }
  return byDefault;
}
