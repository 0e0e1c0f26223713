import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Driver, type DriverCommand, startDriver } from './driver-process.ts';
import { preparations } from './preparations.ts';
import scenarios from './scenarios.json' with { type: 'json' };
import { startWorld, type World } from './world.ts';

/** The same scenarios for each language: `prepare` makes a program that plays them. */
export function describeConformance(language: string, prepare: () => Promise<DriverCommand>): void {
  let world: World;
  let driver: Driver;

  beforeAll(async () => {
    world = await startWorld();
    driver = startDriver(await prepare());
  });
  afterAll(async () => {
    await driver?.close();
    await world?.close();
  });

  test.each(scenarios)(`${language}, $name: $does`, async ({ name, given, expect: expected }) => {
    const prepared = (await preparations[name]?.(world, given)) ?? {};
    const answer = await driver.run({
      ...{ name, url: prepared.url ?? world.url, secretKey: world.secretKey },
      given: { ...given, ...prepared.given },
    });
    expect(answer).toEqual({ name, result: expected });
    await prepared.check?.();
  });

  test(`${language}, at the end: what it logged tells what was asked, and has no secret in it`, () => {
    expect(driver.log).toMatch(/GET http:\/\/127\.0\.0\.1:\d+\/v1\/products/);
    expect(driver.log).not.toContain(world.secretKey);
    expect(driver.log).not.toContain('ada@example.com');
  });
}
