import type { ReportBuilder } from '../report.ts';
import { type LocationFact, readLocations } from '../store-facts.ts';
import type { TransferClient } from '../transfer-client.ts';
import { ImpossibleTransfer } from '../unreadable-file.ts';

const newName = 'Main location';

const listed = (locations: readonly LocationFact[]) => locations.map(({ name }) => `"${name}"`).join(', ');

/**
 * The location that quantities are for: the one asked for, else the only active one. A store without any gets one.
 *
 * @throws {ImpossibleTransfer} where it is not clear which.
 */
export async function stockLocation(
  client: TransferClient,
  asked: string | undefined,
  report: ReportBuilder,
): Promise<string> {
  const locations = await readLocations(client);
  const active = locations.filter(({ isActive }) => isActive);
  const found = locations.find(({ id, name }) => id === asked || name === asked);
  if (asked !== undefined && !found) {
    const there = locations.length === 0 ? 'it has none yet' : `it has ${listed(locations)}`;
    throw new ImpossibleTransfer(
      'unknown_location',
      `The store has no location "${asked}"; ${there}.`,
      'Give the name or the id of one with --location, or leave it out.',
    );
  }
  if (found) return found.id;
  const [only, ...others] = active;
  if (others.length > 0) {
    throw new ImpossibleTransfer(
      'several_locations',
      `The file has quantities, and the store has several locations: ${listed(active)}.`,
      'Say which one they are for: --location NAME.',
    );
  }
  if (only) return only.id;
  const made = await client.execute('catalog.locations.create', { name: newName });
  report.count('location', 'created');
  report.note(`The store had no location, so quantities went to a new one, "${newName}".`);
  return (made as LocationFact).id; // as the contract has it
}
