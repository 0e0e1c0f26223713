/** A body as JSON: a form as its fields in order of their names, text as it is, null for none. */
export function readBody(text: string, contentType: string): unknown {
  if (text === '') return null;
  if (contentType.includes('x-www-form-urlencoded')) return fieldsOf(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function fieldsOf(parameters: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...parameters].sort(([one], [other]) => (one < other ? -1 : 1)));
}
