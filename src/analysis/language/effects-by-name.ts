import ts from 'typescript';

/**
 * What a call does to the world: it only reads, it writes, or that is not known. What cannot be seen is
 * judged by its name; what can be seen, by every call in it.
 */
export type Effect = 'reads' | 'writes' | 'unknown';

/** Names of functions that read. */
export const READS = /^(?:fetch|find|get|list|load|query|read)(?=$|[A-Z_\d])/u;

/** Parts of such names that say otherwise: the call writes too, takes a turn, or decides whether the rest may run. */
export const TAKES_PART =
  /And[A-Z]|Or(?:Add|Create|Fail|Insert|Set|Throw)|ForUpdate|Access|Auth|Chunk|Line|Lock|Login|Next|Nonce|Permission|Plugin|Polyfill|Script|Session|Style|Token/u;

/** Names of functions that write. */
export const WRITES =
  /^(?:_?)(?:add|append|assign|clear|close|commit|create|delete|destroy|dispatch|emit|enqueue|exec|insert|mkdir|open|patch|post|publish|push|put|register|remove|reset|run|save|send|set|shift|splice|start|stop|store|submit|track|truncate|unlink|unshift|update|upload|upsert|write)(?=$|[A-Z_\d])/u;

/** What a function that cannot be seen does, by what it is called and given. */
export function effectByName(call: ts.CallExpression, name: string): Effect {
  if (WRITES.test(name)) {
    return 'writes';
  }
  if (!READS.test(name) || TAKES_PART.test(name)) {
    return 'unknown';
  }
  const [first, second] = call.arguments;
  if (name === 'fetch') {
    return second === undefined ? 'reads' : 'unknown';
  }
  if (name === 'query' && first !== undefined) {
    const text =
      ts.isTemplateExpression(first) || ts.isStringLiteralLike(first)
        ? first.getText().slice(1)
        : undefined;
    return ts.isObjectLiteralExpression(first) ||
      (text !== undefined && /^\s*(?:select|show|with)\b/iu.test(text))
      ? 'reads'
      : 'unknown';
  }
  return 'reads';
}
