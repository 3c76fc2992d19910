/**
 * The findings that a piece of code says it has, as "line what": a comment `// ❌ what` at the end of
 * a line speaks for that line; alone on a line, for the next one.
 */
export function marksIn(code: string): string[] {
  return code.split('\n').flatMap((line, index) => {
    const [before, ...marks] = line.split('// ❌');
    const marked = before?.trim() === '' ? index + 2 : index + 1;
    return marks.map((mark) => `${String(marked)} ${mark.trim()}`);
  });
}
