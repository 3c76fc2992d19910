import ts from 'typescript';

import { collectedStarts, keyedStarts } from './collected-starts.ts';
import {
  promiseStarts,
  type PromiseStart,
  regionOf,
  valueStarts,
} from './kept-promises.ts';
import { mayRejectByItself } from './running-promises.ts';
import { enclosingFunction, isPrivate, unwrap } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** The promises that are started and kept at a node: a declaration's, an assignment's, or those that a call puts into an array or a `Map`. */
export function startsAt(program: ts.Program, node: ts.Node): PromiseStart[] {
  const starts = candidatesAt(program, node);
  return starts.filter(({ expression }) =>
    mayRejectByItself(program, expression),
  );
}

function candidatesAt(program: ts.Program, node: ts.Node): PromiseStart[] {
  if (ts.isVariableDeclaration(node) && node.initializer !== undefined) {
    const region = regionOf(node);
    return region === undefined
      ? []
      : boundStarts(program, node.name, unwrap(node.initializer), region);
  }
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken
  ) {
    return assignedStarts(program, node);
  }
  return ts.isCallExpression(node) ? collectedStarts(program, node) : [];
}

/** What a pattern or name is given, as far as a literal, or a call that gives an array, shows which value goes where. */
function boundStarts(
  program: ts.Program,
  name: ts.BindingName,
  value: ts.Expression,
  region: ts.Node,
): PromiseStart[] {
  const checker = program.getTypeChecker();
  if (ts.isIdentifier(name)) {
    return valueStarts(program, value, { name, region });
  }
  if (ts.isArrayBindingPattern(name) && ts.isArrayLiteralExpression(value)) {
    return name.elements.flatMap((element, index) => {
      const given = value.elements[index];
      return ts.isBindingElement(element) &&
        ts.isIdentifier(element.name) &&
        given !== undefined &&
        !value.elements.slice(0, index + 1).some(ts.isSpreadElement)
        ? promiseStarts(program, given, { name: element.name, region })
        : [];
    });
  }
  if (
    ts.isArrayBindingPattern(name) &&
    ts.isCallExpression(value) &&
    checker.isArrayType(checker.getTypeAtLocation(value))
  ) {
    return name.elements.flatMap((element) =>
      ts.isBindingElement(element) && ts.isIdentifier(element.name)
        ? promiseStarts(
            program,
            value,
            { name: element.name, region },
            { kind: element.dotDotDotToken ? 'array' : 'promise' },
          )
        : [],
    );
  }
  if (ts.isObjectBindingPattern(name) && ts.isObjectLiteralExpression(value)) {
    return name.elements.flatMap((element) => {
      const key = (element.propertyName ?? element.name).getText();
      const given = value.properties.find(
        (property) => property.name?.getText() === key,
      );
      return ts.isIdentifier(element.name) &&
        given !== undefined &&
        ts.isPropertyAssignment(given)
        ? promiseStarts(program, given.initializer, {
            name: element.name,
            region,
          })
        : [];
    });
  }
  return [];
}

function assignedStarts(
  program: ts.Program,
  node: ts.BinaryExpression,
): PromiseStart[] {
  // An assignment whose value is used hands the promise on to others too.
  if (useOf(node).kind !== 'discarded') {
    return [];
  }
  const target = unwrap(node.left);
  if (ts.isElementAccessExpression(target)) {
    return keyedStarts(program, node);
  }
  const checker = program.getTypeChecker();
  const declaration = checker.getSymbolAtLocation(
    ts.isPropertyAccessExpression(target) ? target.name : target,
  )?.valueDeclaration;
  if (declaration === undefined) {
    return [];
  }
  if (
    ts.isVariableDeclaration(declaration) &&
    ts.isIdentifier(declaration.name) &&
    enclosingFunction(declaration) === enclosingFunction(node)
  ) {
    const region = regionOf(declaration);
    const place = region && { name: declaration.name, region };
    return place === undefined
      ? []
      : valueStarts(program, unwrap(node.right), place);
  }
  const home = enclosingFunction(node);
  return ts.isPropertyDeclaration(declaration) &&
    isPrivate(declaration) &&
    (ts.isIdentifier(declaration.name) ||
      ts.isPrivateIdentifier(declaration.name)) &&
    home !== undefined &&
    'body' in home &&
    home.body !== undefined
    ? valueStarts(program, unwrap(node.right), {
        name: declaration.name,
        region: home.body,
      })
    : [];
}
