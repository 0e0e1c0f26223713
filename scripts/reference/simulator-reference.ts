import type { Simulator, SupportedEndpoint } from '../../emulator/simulators/simulator.ts';

const inTable = (text: string) => text.replaceAll('|', '\\|');
const inlineCode = (text: string) => `\`${text}\``;

function endpointSection({ http, summary, parameters, limits }: SupportedEndpoint): string[] {
  return [
    `### ${http}`,
    `${summary}.${limits === undefined ? '' : ` ${limits}`}`,
    ...(parameters.length > 0 ? ['', parameters.map(inlineCode).join(', ')] : []),
    '',
  ];
}

/** docs/reference/simulators/<name>.md: what a simulator answers and sends, from its own declarations. */
export function simulatorReference({ name, title, support, notes }: Simulator): string {
  return [
    `<!-- Written by scripts/reference from emulator/simulators/${name}/; do not edit. -->`,
    `# ${title}, simulated`,
    `What the simulator of ${title} does. Whatever is not on this page is refused as ${title} refuses what it does not`,
    'know, and shown as "not simulated" in the log of `hp dev`.',
    '',
    ...notes.map((note) => `- ${note}`),
    '',
    '## Endpoints',
    'With the parameters that have their effect; nested ones are dotted.',
    '',
    ...support.endpoints.flatMap(endpointSection),
    '## Events',
    '| type | when |',
    '|---|---|',
    ...support.events.map(({ type, when }) => `| ${inlineCode(type)} | ${inTable(when)} |`),
    '',
  ].join('\n');
}
