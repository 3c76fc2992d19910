import ts from 'typescript';

import { unwrap } from '../language/syntax.ts';
import { calledNameOf } from '../language/words.ts';

/** The written words of a text, and what is put between them. */
export interface TextParts {
  text: string;
  inserted: readonly ts.Expression[];
}

/** Functions that look up a text by its key: `t('items.saved')`. */
const TRANSLATES = /^(?:\$?t|__?|gettext|translate|formatMessage)$/u;

/** The parts of a text that is written in literals, templates, sums and translations; of everything else, no word. */
export function partsOf(expression: ts.Expression): TextParts {
  const node = unwrap(expression);
  if (ts.isStringLiteralLike(node)) {
    return { text: node.text, inserted: [] };
  }
  if (ts.isTemplateExpression(node)) {
    return {
      text: [node.head, ...node.templateSpans.map(({ literal }) => literal)]
        .map((part) => part.text)
        .join(' '),
      inserted: node.templateSpans.map((span) => span.expression),
    };
  }
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.PlusToken
  ) {
    const left = partsOf(node.left);
    const right = partsOf(node.right);
    return {
      text: `${left.text} ${right.text}`,
      inserted: [...left.inserted, ...right.inserted],
    };
  }
  const [key] = ts.isCallExpression(node) ? node.arguments : [];
  return key !== undefined &&
    TRANSLATES.test(calledNameOf(key.parent as ts.CallExpression) ?? '')
    ? { text: partsOf(key).text, inserted: [] }
    : { text: '', inserted: [node] };
}
