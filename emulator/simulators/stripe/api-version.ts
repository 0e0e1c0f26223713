/** Of which version the shapes are, and the one that is answered where a request names none. */
export const apiVersion = '2026-10-28.endive';
