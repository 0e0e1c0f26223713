const mostOfReason = 1000;
const mostOfNote = 5000;

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** As much of a partner's text as a fulfilment keeps as its reason. */
export function reasonText(text: string): string {
  return cut(text, mostOfReason);
}

/** As much of a text as a note of an order holds. */
export function noteText(text: string): string {
  return cut(text, mostOfNote);
}
