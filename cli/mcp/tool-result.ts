import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { explainFailure } from '../explain-failure.ts';

/** What an assistant reads it carries along, so no answer is longer; about 10,000 tokens. */
export const mostCharacters = 40_000;

/** An answer as text and as data; of one that is too long its beginning, and how to ask for less. */
export function answerResult(answer: unknown): CallToolResult {
  const text = JSON.stringify(answer ?? null, null, 1);
  if (text.length > mostCharacters) {
    const note = `The answer has ${text.length} characters; these are the first ${mostCharacters}. Ask for less: a smaller pageSize, a filter, one record.`;
    return { content: [{ type: 'text', text: `${note}\n${text.slice(0, mostCharacters)}` }] };
  }
  const isObject = typeof answer === 'object' && answer !== null && !Array.isArray(answer);
  return {
    content: [{ type: 'text', text }],
    structuredContent: isObject ? { ...answer } : { answer: answer ?? null },
  };
}

/** A refusal in words that say what to do next; the server goes on. */
export function failureResult(error: unknown, tool: string): CallToolResult {
  const { code, message, lines, fix } = explainFailure(error, ['mcp', tool]);
  const text = [`${code}: ${message}`, ...lines, ...(fix ? [`What to do: ${fix}`] : [])].join('\n');
  return { isError: true, content: [{ type: 'text', text: text.slice(0, mostCharacters) }] };
}
