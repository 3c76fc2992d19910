/**
 * The rows of a text with one JSON object a line; empty lines are passed over.
 * @param is what each row must be, and `what` how that is called.
 * @throws {Error} naming the text by `name`, and the line, where one is something else.
 */
export function rowsOf<Row>(
  text: string,
  name: string,
  is: (value: unknown) => value is Row,
  what: string,
): Row[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') {
      return [];
    }
    const row = parse(line);
    if (!is(row)) {
      throw new Error(
        `${name}:${String(index + 1)}: not a ${what}: ${line.slice(0, 80)}`,
      );
    }
    return [row];
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
