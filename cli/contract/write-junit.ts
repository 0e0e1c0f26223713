import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { xml } from '../output/xml.ts';
import { findingText } from './finding-text.ts';
import type { OperationReport, Verified } from './verdict.ts';

function caseXml({ operation, call, verdict, findings, why, milliseconds }: OperationReport): string {
  const name = xml(call === undefined ? operation : `${operation} (call ${call})`);
  const head = `    <testcase classname="hp contract" name="${name}" time="${(milliseconds / 1000).toFixed(3)}"`;
  if (verdict === 'failed') {
    const [first = '', ...others] = findings.map(findingText);
    return `${head}><failure message="${xml(first)}">${xml(others.join('\n'))}</failure></testcase>`;
  }
  if (verdict === 'passed') return `${head}/>`;
  return `${head}><skipped message="${xml(why ?? '')}"/></testcase>`;
}

/** Each operation as a test case. */
export function junitXml({ operations, counts }: Verified): string {
  const skipped = counts.skipped + counts.absent;
  const figures = `tests="${operations.length}" failures="${counts.failed}" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${operations.length}" failures="${counts.failed}">`,
    `  <testsuite name="hp contract verify" ${figures}>`,
    ...operations.map(caseXml),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

export function writeJunit(file: string, verified: Verified): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, junitXml(verified));
}
