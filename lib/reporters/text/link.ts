/**
 * A text that the terminal opens when it is clicked (OSC 8), or the text alone without an address.
 *
 * @see https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
 */
export function linked(text: string, address: string | undefined): string {
  // An address is printed as it is: what is not printable ASCII would end it early, or worse.
  if (address === undefined || !/^[!-~]+$/.test(address)) return text;
  return `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;
}
