import { expect, test } from 'vitest';
import { hp as runHp } from './run-hp.ts';
import { smallProject, startDev } from './running-dev.ts';

const days = (count: number) => count * 86_400_000;

// Nine commands and two starts: longer than the usual minute on a slow machine.
test('the clock is moved by command, and is where it was after the process was killed', async () => {
  const project = smallProject();
  const hp = (...args: string[]) => runHp(['clock', ...args], project);
  const json = async (...args: string[]) => JSON.parse((await hp(...args, '--json')).stdout).data;

  const idle = await hp('show');
  expect(idle.exitCode).not.toBe(0);
  expect(idle.stderr).toContain('Start it with `hp dev`');

  const first = startDev(project, ['--no-storefront']);
  expect(await first.next('ready')).toMatchObject({ clock: { mode: 'real' } });
  expect((await hp('show')).stdout).toContain('the time of this machine');

  const moved = await json('advance', '3', 'days');
  expect(moved).toMatchObject({ clock: { mode: 'moved' } });
  expect((await hp('advance', '2h')).stdout).toMatch(/3 days \d+ hours? ahead of this machine/);
  const frozen = await json('freeze');

  const backwards = await hp('set', '2020-01-01');
  expect(backwards.exitCode).not.toBe(0);
  expect(backwards.stderr).toContain('does not go back');
  expect(backwards.stderr).toContain('hp reset');
  const unclear = await hp('advance', 'tomorrow');
  expect(unclear.stderr).toContain('"3 days"');

  await first.stop('SIGKILL');
  const second = startDev(project, ['--no-storefront']);
  expect(await second.next('ready')).toMatchObject({ clock: { mode: 'frozen', now: frozen.now } });
  expect(await json('show')).toMatchObject({ mode: 'frozen', now: frozen.now });
  const resumed = await json('resume');
  expect(Date.parse(resumed.now) - Date.parse(frozen.now)).toBeLessThan(days(1));
  expect(resumed.mode).toBe('moved');
}, 180_000);
