/** What an expression comes to is not known, in words for whoever wrote it. */
export class ExpressionFailed extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExpressionFailed';
  }
}
