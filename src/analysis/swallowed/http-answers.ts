import ts from 'typescript';

import { doneWordsIn, isDoneState } from './success-words.ts';
import { accessedName, unwrap } from '../language/syntax.ts';

/** HTTP's answers by which a request is done (RFC 9110, 15.3); one that is only accepted is not. */
const SAYS_SUCCESS: ReadonlySet<string> = new Set(['200', '201', '204']);

/** Methods that set the status of an answer: `res.status(204)`, `reply.code(204)`, `res.writeHead(204)`. */
const SETS_STATUS: ReadonlySet<string> = new Set([
  'code',
  'status',
  'writeHead',
]);

/** Whether a value is the number of a status by which a request is done. */
export function isStatusOfSuccess(value: ts.Expression): boolean {
  return ts.isNumericLiteral(value) && SAYS_SUCCESS.has(value.text);
}

/**
 * Whether an expression answers a request with nothing but that it is done: `res.sendStatus(204)`,
 * `res.status(200).end()`, `c.body(null, 204)`, `new Response(null, { status: 204 })`. One that brings data with it says what the data is.
 */
export function isAnswerOfSuccess(node: ts.Expression): boolean {
  if (ts.isNewExpression(node)) {
    return isResponseOfSuccess(node);
  }
  if (!ts.isCallExpression(node)) {
    return false;
  }
  const callee = unwrap(node.expression);
  const [first, second] = node.arguments;
  switch (accessedName(callee)) {
    case 'sendStatus':
      return first !== undefined && isStatusOfSuccess(first);
    case 'body':
    case 'text':
      return (
        second !== undefined && isStatusOfSuccess(second) && saysNoMore(first)
      );
    case 'end':
    case 'send': {
      const receiver = unwrap((callee as ts.AccessExpression).expression);
      return saysNoMore(first) && setsSuccess(receiver);
    }
    default:
      return false;
  }
}

function setsSuccess(node: ts.Expression): boolean {
  const status = ts.isCallExpression(node) ? node.arguments[0] : undefined;
  return (
    status !== undefined &&
    SETS_STATUS.has(
      accessedName(unwrap((node as ts.CallExpression).expression)) ?? '',
    ) &&
    isStatusOfSuccess(status)
  );
}

/** `new Response(body, { status })`, whose status is 200 where none is given (Fetch, 5.5, "initialize a response"). */
function isResponseOfSuccess({
  expression,
  arguments: given,
}: ts.NewExpression): boolean {
  const [body, init] = given ?? [];
  if (!/Response$/u.test(expression.getText()) || !saysNoMore(body)) {
    return false;
  }
  if (init === undefined) {
    return true;
  }
  const properties = ts.isObjectLiteralExpression(init)
    ? init.properties
    : undefined;
  const status = properties?.find(
    (property) => property.name?.getText() === 'status',
  );
  return (
    properties !== undefined &&
    !properties.some(ts.isSpreadAssignment) &&
    (status === undefined ||
      (ts.isPropertyAssignment(status) &&
        isStatusOfSuccess(status.initializer)))
  );
}

/** Whether an answer has no body, or one that says that it was done: `'ok'`. */
function saysNoMore(body: ts.Expression | undefined): boolean {
  return (
    body === undefined ||
    body.kind === ts.SyntaxKind.NullKeyword ||
    (ts.isIdentifier(body) && body.text === 'undefined') ||
    (ts.isStringLiteralLike(body) &&
      (body.text === '' ||
        isDoneState(body.text) ||
        doneWordsIn(body.text).length > 0))
  );
}
