/** What is wrong with one file, before its name and line are known. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
    /** Where in the text, in UTF-16 code units from its start. */
    readonly offset?: number,
    /** Where in the document, for faults of its shape. */
    readonly path?: readonly (string | number)[],
  ) {
    super(message);
    this.name = 'Fault';
  }
}
