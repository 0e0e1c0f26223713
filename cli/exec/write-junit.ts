import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { xml } from '../output/xml.ts';
import { endingText } from './exec-lines.ts';
import type { ExecResult } from './exec-result.ts';

interface Case {
  readonly name: string;
  readonly seconds: number;
  readonly failure: string | undefined;
  readonly text: string;
}

function caseXml({ name, seconds, failure, text }: Case): string {
  const head = `<testcase classname="hp exec" name="${xml(name)}" time="${seconds.toFixed(3)}"`;
  if (failure === undefined) return `    ${head}/>`;
  return `    ${head}><failure message="${xml(failure)}">${xml(text)}</failure></testcase>`;
}

/** The command as a test case, and each fault of the platform as one that failed. */
export function junitXml(result: ExecResult): string {
  const { command, exitCode, milliseconds, faults, bundle } = result;
  const cases: Case[] = [
    {
      name: command.join(' '),
      seconds: milliseconds / 1000,
      failure: exitCode === 0 ? undefined : `The command ${endingText(result)}.`,
      text: bundle ? `The store as it was then: hp dev --from-bundle ${bundle}` : '',
    },
    ...faults.map(({ method, path, status, operation, time, requestId }) => ({
      name: `${operation ?? `${method} ${path}`} (${requestId})`,
      seconds: 0,
      failure: `The platform answered ${status} to ${method} ${path}.`,
      text: `${time} ${requestId}`,
    })),
  ];
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const counts = `tests="${cases.length}" failures="${failures}" time="${(milliseconds / 1000).toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="hp exec" ${counts}>`,
    ...cases.map(caseXml),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

export function writeJunit(file: string, result: ExecResult): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, junitXml(result));
}
