import { Flags } from '@oclif/core';
import { defineCommand } from '../define-command.ts';

export default defineCommand({
  group: 'data',
  summary: 'Let a coding assistant work on the local store (MCP)',
  description:
    'A Model Context Protocol server over stdin and stdout; the assistant starts it. It finds the `hp dev` of this ' +
    'project at each call, so it may be started before it. A hosted runtime it only reads, and compares with `plan_push`.',
  examples: [
    { does: 'As the command in the configuration of an assistant', command: 'hp mcp' },
    { does: 'To look at a hosted runtime, without changing it', command: 'hp mcp --remote staging' },
  ],
  flags: {
    remote: Flags.string({
      description: 'Read this target of the config, or URL, instead of the local store',
      helpValue: '<target>',
    }),
  },
  runsUntilStopped: true,
  async run({ flags }, context) {
    const { serveAssistant } = await import('../mcp/serve-assistant.ts');
    return serveAssistant(flags.remote, context);
  },
});
