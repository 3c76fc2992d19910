import ts from 'typescript';

import { isCombinatorName } from '../language/combinators.ts';
import { takesElements } from '../language/list-callbacks.ts';
import { variableNamed, referencesTo } from '../language/references.ts';
import { boundNames, isFunctionWithBody, unwrap } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';
import { kindOfType } from './type-kinds.ts';
import { calledNameOf } from '../language/words.ts';

/** Methods of an array that give one of the same elements. */
const SAME_ELEMENTS = /^(?:concat|filter|reverse|slice|toReversed)$/u;

/** Methods of a promise that wait for it. */
const WAITS = /^(?:catch|finally|then)$/u;

/**
 * Whether an author knows that an array holds promises, so that an `await` of it only does nothing: it is declared so,
 * given to a combinator, or one of its elements is waited for, there or under one of its names.
 */
export function isKnownToHoldPromises(
  program: ts.Program,
  awaited: ts.AwaitExpression,
): boolean {
  const checker = program.getTypeChecker();
  const operand = unwrap(awaited.expression);
  const others = ts.isIdentifier(operand)
    ? referencesTo(checker, operand).filter((name) => name !== operand)
    : [];
  return [awaited, ...others].some((node) => new Mentions(program).are(node));
}

/** Follows an array of promises, and each of them, through their names. */
class Mentions {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #arrays = new Set<ts.Node>();
  readonly #elements = new Set<ts.Node>();

  constructor(program: ts.Program) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
  }

  /** Whether an expression is used as an array of promises. */
  are(node: ts.Node): boolean {
    if (this.#arrays.has(node)) {
      return false;
    }
    this.#arrays.add(node);
    const use = useOf(node);
    switch (use.kind) {
      case 'passed':
        return this.are(use.to);
      case 'element':
        return use.isSpread && this.are(use.array);
      case 'initialiser':
        return this.#isDeclared(use.of) || this.#isTakenApart(use.of.name);
      case 'assigned': {
        const target = variableNamed(this.#checker, unwrap(use.to));
        return (
          target !== undefined &&
          (this.#isDeclared(target) || this.#isTakenApart(target.name))
        );
      }
      case 'returned':
        return this.#isPromised(use.from);
      case 'argument':
        return (
          isCombinatorName(calledNameOf(use.of)) ||
          this.#isAskedFor(use.of, use.index)
        );
      case 'iterated':
        return (
          use.by.awaitModifier !== undefined ||
          (ts.isVariableDeclarationList(use.by.initializer) &&
            use.by.initializer.declarations.some(({ name }) =>
              this.#isWaitedFor(name),
            ))
        );
      case 'accessed': {
        const { name } = use;
        const called = useOf(use.node);
        if (called.kind !== 'called') {
          return name === undefined && this.#waits(use.node);
        }
        const [callback] = called.node.arguments;
        return (
          (SAME_ELEMENTS.test(name ?? '') && this.are(called.node)) ||
          (name === 'at' && this.#waits(called.node)) ||
          (takesElements(name) &&
            callback !== undefined &&
            this.#callbackWaits(unwrap(callback)))
        );
      }
      default:
        return false;
    }
  }

  /** Whether a name, or one in a pattern of a list, goes on as an array of promises or as one of them. */
  #isTakenApart(name: ts.BindingName): boolean {
    return ts.isIdentifier(name)
      ? referencesTo(this.#checker, name).some((one) => this.are(one))
      : ts.isArrayBindingPattern(name) && this.#isWaitedFor(name);
  }

  #isWaitedFor(name: ts.BindingName): boolean {
    return boundNames(name).some((bound) =>
      referencesTo(this.#checker, bound).some((one) => this.#waits(one)),
    );
  }

  #callbackWaits(fn: ts.Expression): boolean {
    return (
      isFunctionWithBody(fn) &&
      fn.parameters.some(({ name }) => this.#isWaitedFor(name))
    );
  }

  /** Whether an expression is used as a promise. */
  #waits(node: ts.Node): boolean {
    if (this.#elements.has(node)) {
      return false;
    }
    this.#elements.add(node);
    const use = useOf(node);
    switch (use.kind) {
      case 'awaited':
        return true;
      case 'accessed':
        return WAITS.test(use.name ?? '');
      case 'passed':
        return this.#waits(use.to);
      case 'element': {
        const list = useOf(use.array);
        return (
          list.kind === 'argument' && isCombinatorName(calledNameOf(list.of))
        );
      }
      case 'initialiser':
        return this.#isDeclared(use.of) || this.#isWaitedFor(use.of.name);
      case 'argument':
        return this.#isAskedFor(use.of, use.index);
      default:
        return false;
    }
  }

  /** Whether a name's author has written a type of promises for it. */
  #isDeclared(
    of: ts.VariableDeclaration | ts.BindingElement | ts.ParameterDeclaration,
  ): boolean {
    const type = ts.isBindingElement(of) ? undefined : of.type;
    return (
      type !== undefined &&
      this.#isOfPromises(this.#checker.getTypeFromTypeNode(type), of)
    );
  }

  /** Whether a function's author has written that it gives an array of promises. */
  #isPromised({ type }: ts.SignatureDeclaration): boolean {
    const given =
      type &&
      this.#checker.getAwaitedType(this.#checker.getTypeFromTypeNode(type));
    return (
      type !== undefined &&
      given !== undefined &&
      this.#isOfPromises(given, type)
    );
  }

  /** Whether what is called asks for promises, whatever it is called with. */
  #isAskedFor(
    call: ts.CallExpression | ts.NewExpression,
    index: number,
  ): boolean {
    const { declaration } = this.#checker.getResolvedSignature(call) ?? {};
    const parameter = declaration?.parameters[index];
    return (
      parameter !== undefined &&
      ts.isParameter(parameter) &&
      this.#isOfPromises(this.#checker.getTypeAtLocation(parameter), parameter)
    );
  }

  #isOfPromises(type: ts.Type, at: ts.Node): boolean {
    const kind = kindOfType(this.#program, type, at);
    return kind === 'promise' || kind === 'promises';
  }
}
