import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { CommandContext } from '../context.ts';
import { version } from '../version.ts';
import { connectStore } from './connect-store.ts';
import { controlTools } from './control-tools.ts';
import { operationTools } from './operation-tools.ts';
import { storeDocuments } from './store-documents.ts';
import { storeTools } from './store-tools.ts';
import type { ToolContext } from './tool.ts';
import { answerResult, failureResult } from './tool-result.ts';

const tools = [...operationTools, ...storeTools, ...controlTools];

const instructions =
  'A HeadlessPro store for commerce. Find what its API does with search_operations, then describe_operation, then ' +
  'read_operation or call_operation. Save a snapshot before you change much. A hosted store is never changed from here.';

/** Runs a call with clean-ups of its own: a store that it opened must not stay open until the server ends. */
async function withCall<T>(
  command: CommandContext,
  remote: string | undefined,
  call: (context: ToolContext) => Promise<T>,
): Promise<T> {
  const cleanUps: (() => unknown)[] = [];
  const own: CommandContext = { ...command, defer: (cleanUp) => void cleanUps.unshift(cleanUp) };
  try {
    return await call({ command: own, connect: () => connectStore(remote, own) });
  } finally {
    for (const cleanUp of cleanUps) await cleanUp();
  }
}

/** Answers an assistant over stdin and stdout until it hangs up. */
export async function serveAssistant(remote: string | undefined, command: CommandContext): Promise<void> {
  const server = new Server(
    { name: 'headlesspro', version: version() },
    { capabilities: { tools: {}, resources: {} }, instructions },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, input, changes }) => ({
      ...{ name, title, description },
      inputSchema: { ...input, type: 'object' as const },
      annotations: {
        readOnlyHint: changes === 'nothing',
        destructiveHint: changes === 'destroys',
        openWorldHint: name === 'plan_push' || remote !== undefined,
      },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${params.name}.`);
    try {
      return answerResult(
        await withCall(command, remote, async (context) => tool.run(params.arguments ?? {}, context)),
      );
    } catch (error) {
      return failureResult(error, tool.name);
    }
  });
  server.setRequestHandler(ListResourcesRequestSchema, () => ({
    resources: storeDocuments.map(({ uri, name, description, mimeType }) => ({
      ...{ uri, name, description, mimeType },
    })),
  }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const document = storeDocuments.find((each) => each.uri === uri);
    if (!document) throw new McpError(ErrorCode.InvalidParams, `There is no resource ${uri}.`);
    const text = await withCall(command, remote, async ({ connect }) => document.read(await connect()));
    return { contents: [{ uri, mimeType: document.mimeType, text }] };
  });
  const ended = new Promise<void>((resolve) => {
    server.onclose = resolve;
    process.stdin.once('end', resolve);
    command.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
}
