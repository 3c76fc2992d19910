import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** What a statement does by itself, nested functions left out. */
export interface Outline {
  statements: number;
  /** It may end the list of statements that it stands in: `return`, `break`, `continue`. */
  leaves: boolean;
  /** It may end it with a value or an error, which a `try` around it would change. */
  leavesWithValue: boolean;
  /** Members that it assigns to, by their text. */
  assignedMembers: ReadonlySet<string>;
}

export function outlineOf(
  { text, visitorKeys }: SourceCode,
  statement: TSESTree.Node,
): Outline {
  const assignedMembers = new Set<string>();
  const outline = {
    statements: 0,
    leaves: false,
    leavesWithValue: false,
    assignedMembers,
  };
  visitOwn(visitorKeys, statement, (node) => {
    if (/(?:Statement|VariableDeclaration)$/u.test(node.type)) {
      outline.statements += node.type === 'BlockStatement' ? 0 : 1;
    }
    switch (node.type) {
      case 'AssignmentExpression':
        if (node.left.type === 'MemberExpression') {
          assignedMembers.add(text.slice(...node.left.range));
        }
        break;
      case 'BreakStatement':
      case 'ContinueStatement':
        outline.leaves ||= !hasItsTarget(node, statement);
        break;
      case 'ReturnStatement':
        outline.leaves = true;
        outline.leavesWithValue ||= node.argument !== null;
        break;
      case 'ThrowStatement':
        outline.leavesWithValue ||= !isCaughtWithin(node, statement);
        break;
    }
  });
  return outline;
}

/** Whether what a `break` or `continue` leaves stands inside a statement, or is it. */
function hasItsTarget(
  jump: TSESTree.BreakStatement | TSESTree.ContinueStatement,
  statement: TSESTree.Node,
): boolean {
  for (
    let node: TSESTree.Node = jump;
    node !== statement.parent && node.parent !== undefined;
    node = node.parent
  ) {
    if (
      jump.label === null
        ? /^(?:Do|For|While)/u.test(node.type) ||
          (node.type === 'SwitchStatement' && jump.type === 'BreakStatement')
        : node.type === 'LabeledStatement' &&
          node.label.name === jump.label.name
    ) {
      return true;
    }
  }
  return false;
}

function isCaughtWithin(
  thrown: TSESTree.ThrowStatement,
  statement: TSESTree.Node,
): boolean {
  let node: TSESTree.Node = thrown;
  while (node !== statement && node.parent !== undefined) {
    const { parent }: TSESTree.Node = node;
    if (
      parent.type === 'TryStatement' &&
      parent.block === node &&
      parent.handler !== null
    ) {
      return true;
    }
    node = parent;
  }
  return false;
}

/** Visits a node and what is inside it, but for the bodies of other functions and classes. */
export function visitOwn(
  visitorKeys: SourceCode['visitorKeys'],
  root: TSESTree.Node,
  visit: (node: TSESTree.Node) => void,
): void {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (
      node !== root &&
      /^(?:Arrow|Class|Function)\w*(?:Declaration|Expression)$/u.test(node.type)
    ) {
      continue;
    }
    visit(node);
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key] as
        TSESTree.Node | (TSESTree.Node | null)[] | null | undefined;
      for (const each of Array.isArray(child) ? child : [child]) {
        if (each) {
          pending.push(each);
        }
      }
    }
  }
}
