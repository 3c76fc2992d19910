import { earlyCleanupOf } from '../../../src/analysis/time/early-cleanups.ts';
import { combinatorIn } from '../asked.ts';

const GIVEN =
  'declare const client: { query(): Promise<string>; child(): { query(): Promise<string> }; name: string; close(): void };\n';

/** What ends the life of what is released too early; `nothing` where nothing is. */
export function endIn(text: string): string {
  const { program, call } = combinatorIn(GIVEN + text);
  return earlyCleanupOf(program, call)?.release.kind ?? 'nothing';
}

/** What is released too early, how, what it outruns, and how many members use it; `nothing` where nothing is. */
export function cleanupIn(
  text: string,
  others?: Record<string, string>,
): string {
  const { program, call } = combinatorIn(GIVEN + text, others);
  const early = earlyCleanupOf(program, call);
  return early === undefined
    ? 'nothing'
    : `${early.release.resource.text} ${early.release.of} ${early.outrun} ${String(early.users.length)}`;
}
