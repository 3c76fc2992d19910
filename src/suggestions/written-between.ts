import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Whether what an expression reads may be written before another node: a variable, or a member of what one holds. */
export function readsWhatIsWritten(
  sourceCode: SourceCode,
  started: TSESTree.Node,
  use: TSESTree.Node,
): boolean {
  const references = (sourceCode.scopeManager?.scopes ?? []).flatMap(
    (scope) => scope.references,
  );
  const between: TSESTree.Range = [started.range[1], use.range[0]];
  const home = sourceCode.getScope(started).variableScope;
  const read = new Set(
    references
      .filter(({ identifier }) => isBetween(identifier, started.range))
      .map(({ resolved }) => resolved),
  );
  return (
    references.some(
      (each) =>
        each.isWrite() &&
        read.has(each.resolved) &&
        (isBetween(each.identifier, between) ||
          // Another function may write it whenever it is called.
          (each.init !== true && each.from.variableScope !== home)),
    ) ||
    rootsWritten(sourceCode, between).some((root) =>
      root.type === 'ThisExpression'
        ? sourceCode
            .getTokens(started)
            .some(({ value }) => /^(?:this|super)$/u.test(value))
        : references.some(
            ({ identifier, resolved }) =>
              identifier === root && read.has(resolved),
          ),
    )
  );
}

/** Methods of collections that change them. */
const CHANGES =
  /^(?:add|clear|copyWithin|delete|fill|pop|push|reverse|set|shift|sort|splice|unshift)$/u;

/** The names, or `this`, of whose members one is written in a range of code, or a collection that they lead to changed. */
function rootsWritten(
  sourceCode: SourceCode,
  [start, end]: TSESTree.Range,
): TSESTree.Node[] {
  const { tokens } = sourceCode.ast;
  return tokens.flatMap(({ range, value }, index) => {
    if (range[0] < start || end < range[1]) {
      return [];
    }
    const node = sourceCode.getNodeByRangeIndex(range[0]);
    const target =
      node?.type === 'AssignmentExpression'
        ? node.left
        : node?.type === 'UpdateExpression' ||
            (node?.type === 'UnaryExpression' && node.operator === 'delete')
          ? node.argument
          : CHANGES.test(value) && tokens[index + 1]?.value === '('
            ? node?.parent
            : undefined;
    return target === undefined ? [] : rootsOf(target);
  });
}

/** The roots of the members in a target of an assignment. */
function rootsOf(target: TSESTree.Node): TSESTree.Node[] {
  switch (target.type) {
    case 'ArrayPattern':
      return target.elements.flatMap((each) => (each ? rootsOf(each) : []));
    case 'ObjectPattern':
      return target.properties.flatMap((each) =>
        rootsOf(each.type === 'Property' ? each.value : each),
      );
    case 'RestElement':
      return rootsOf(target.argument);
    case 'AssignmentPattern':
      return rootsOf(target.left);
    case 'MemberExpression': {
      let root: TSESTree.Node = target;
      while (
        root.type === 'MemberExpression' ||
        root.type === 'TSNonNullExpression'
      ) {
        root = root.type === 'MemberExpression' ? root.object : root.expression;
      }
      return [root];
    }
    default:
      return [];
  }
}

/** Whether a node stands in a range. */
export function isBetween(
  { range }: TSESTree.Node,
  [start, end]: TSESTree.Range,
): boolean {
  return start <= range[0] && range[1] <= end;
}
