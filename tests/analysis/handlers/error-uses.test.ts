import ts from 'typescript';

import {
  type ErrorUse,
  errorUsesOf,
} from '../../../src/analysis/handlers/error-uses.ts';
import { catalogue } from '../asked.ts';
import { findNode } from '../program.ts';

function told(use: ErrorUse): string {
  switch (use.kind) {
    case 'member':
      return [use.name, ...use.compared].join('=');
    case 'text':
    case 'instanceof':
      return `${use.kind} ${use.node.getText()}`;
    case 'in':
      return `in ${use.name}`;
    default:
      return use.kind;
  }
}

catalogue(
  'what does a handler do with its error?',
  (program, file) => {
    const clause = findNode(file, ts.isCatchClause);
    return errorUsesOf(
      program.getTypeChecker(),
      clause.variableDeclaration!.name,
    )
      .map(told)
      .join(', ');
  },
  [
    ['nothing', 'try {} catch (e: any) { log(); }', ''],
    ['it goes on', 'try {} catch (e: any) { log(e); }', 'whole'],
    ['two uses', 'try {} catch (e: any) { log(e); throw e; }', 'whole, whole'],

    // Members.
    ['a member', 'try {} catch (e: any) { log(e.message); }', 'message'],
    [
      'a member in brackets',
      "try {} catch (e: any) { log(e['message']); }",
      'message',
    ],
    [
      'a member behind a cast',
      'try {} catch (e: any) { log((e as Error).message); }',
      'message',
    ],
    [
      'a member by a name',
      'declare const key: string; try {} catch (e: any) { log(e[key]); }',
      'whole',
    ],
    [
      'a key',
      'declare const texts: any; try {} catch (e: any) { log(texts[e]); }',
      'whole',
    ],
    ['a method', 'try {} catch (e: any) { log(e.getCode()); }', 'getCode'],
    [
      'toString',
      'try {} catch (e: any) { log(e.toString()); }',
      'text e.toString()',
    ],
    [
      'toString that is not called',
      'try {} catch (e: any) { log(e.toString); }',
      'toString',
    ],
    [
      'a member that is compared',
      "try {} catch (e: any) { if (e.name === 'AbortError') log(); }",
      'name=AbortError',
    ],
    [
      'a member that is compared from the right',
      "try {} catch (e: any) { if ('AbortError' !== e.name) log(); }",
      'name=AbortError',
    ],
    [
      'a member that is compared with a number',
      'try {} catch (e: any) { if (e.code === 404) log(); }',
      'code=404',
    ],
    [
      'a member that is compared with a name',
      'try {} catch (e: any) { if (e.code === items) log(); }',
      'code',
    ],
    [
      'a member that is switched on',
      "try {} catch (e: any) { switch (e.name) { case 'A': case 'B': break; case items[0]: default: log(); } }",
      'name=A=B',
    ],
    [
      'a member whose comparison is switched on',
      "try {} catch (e: any) { switch (true) { case e.name === 'A': log(); } }",
      'name=A',
    ],
    [
      'a member that is looked for in a list',
      "try {} catch (e: any) { if (['A', 'B'].includes(e.name)) log(); }",
      'name=A=B',
    ],
    [
      'a member that is looked for in a list by a name',
      'try {} catch (e: any) { if (items.includes(e.name)) log(); }',
      'name',
    ],
    [
      'a member with a place to begin',
      "try {} catch (e: any) { if (['A'].includes('B', e.code)) log(); }",
      'code',
    ],
    [
      'a text that it is compared with',
      "try {} catch (e: any) { if ('message' === e) log(); }",
      'tested',
    ],
    [
      'a member that is greater',
      'try {} catch (e: any) { if (e.code > 404) log(); }',
      'code',
    ],
    [
      'a member that is written',
      'try {} catch (e: any) { e.code = 1; }',
      'whole',
    ],
    [
      'a member that is added to',
      "try {} catch (e: any) { e.message += '!'; }",
      'whole',
    ],
    [
      'a member that is written elsewhere',
      'let code; try {} catch (e: any) { code = e.code; }',
      'code',
    ],

    // Names.
    [
      'a constant',
      'try {} catch (e: any) { const error = e; log(error.message); }',
      'message',
    ],
    [
      'a constant that nobody uses',
      'try {} catch (e: any) { const error = e; }',
      '',
    ],
    [
      'a variable',
      'try {} catch (e: any) { let error = e; log(error.message); }',
      'whole',
    ],
    [
      'a constant made of it',
      'try {} catch (e: any) { const error = [e]; log(error); }',
      'whole',
    ],
    [
      'a pattern',
      'try {} catch (e: any) { const { message, code: status } = e; log(status); }',
      'message, code',
    ],
    [
      'the default of a pattern',
      'try {} catch (e: any) { const { error = e } = anything; log(error.message); }',
      'whole',
    ],
    [
      'a pattern with the rest',
      'try {} catch (e: any) { const { message, ...rest } = e; log(rest); }',
      'message, whole',
    ],
    [
      'a pattern with a key in quotes',
      "try {} catch (e: any) { const { 'message': text } = e; log(text); }",
      'whole',
    ],
    [
      'a pattern of a list',
      'try {} catch (e: any) { const [first, , second] = e; log(first); }',
      'whole, whole, whole',
    ],
    [
      'a pattern in its place',
      'try {} catch ({ message }: any) { log(message); }',
      'message',
    ],

    // Texts.
    ['a template', 'try {} catch (e: any) { log(`no: ${e}`); }', 'text e'],
    [
      'a template with a tag',
      'declare const sql: any; try {} catch (e: any) { log(sql`no: ${e}`); }',
      'whole',
    ],
    ['String', 'try {} catch (e: any) { log(String(e)); }', 'text e'],
    ['another function', 'try {} catch (e: any) { log(e); }', 'whole'],
    [
      'String as a method',
      'try {} catch (e: any) { anything.String(e); }',
      'whole',
    ],
    [
      'another argument of String',
      'try {} catch (e: any) { (String as any)(1, e); String(1, e as never); }',
      'whole, whole',
    ],
    [
      'a text before it',
      "try {} catch (e: any) { log('no: ' + e); }",
      'text e',
    ],
    ['a text behind it', "try {} catch (e: any) { log(e + '!'); }", 'text e'],
    ['a number behind it', 'try {} catch (e: any) { log(e + 1); }', 'whole'],
    [
      'a text that is no sum',
      "try {} catch (e: any) { log(e - ('1' as any)); }",
      'whole',
    ],

    // Questions.
    [
      'its class',
      'try {} catch (e: any) { if (e instanceof TypeError) log(); }',
      'instanceof e instanceof TypeError',
    ],
    [
      'it as a class',
      'try {} catch (e: any) { if (items instanceof e) log(); }',
      'whole',
    ],
    [
      'a key in it',
      "try {} catch (e: any) { if ('errors' in e) log(); }",
      'in errors',
    ],
    [
      'a key by a name in it',
      'declare const key: string; try {} catch (e: any) { if (key in e) log(); }',
      'whole',
    ],
    [
      'it in something else',
      'try {} catch (e: any) { if (e in anything) log(); }',
      'whole',
    ],
    [
      'compared',
      'try {} catch (e: any) { if (e === undefined) log(); }',
      'tested',
    ],
    [
      'compared from the right',
      'try {} catch (e: any) { if (null != e) log(); }',
      'tested',
    ],
    ['before &&', 'try {} catch (e: any) { log(e && isReady); }', 'tested'],
    ['behind &&', 'try {} catch (e: any) { log(isReady && e); }', 'whole'],
    ['before ||', 'try {} catch (e: any) { log(e || isReady); }', 'whole'],
    ['typeof', 'try {} catch (e: any) { log(typeof e); }', 'tested'],
    ['not', 'try {} catch (e: any) { log(!e); }', 'tested'],
    ['if', 'try {} catch (e: any) { if (e) log(); }', 'tested'],
    ['a condition', 'try {} catch (e: any) { log(e ? 1 : 2); }', 'tested'],
    ['a branch', 'try {} catch (e: any) { log(isReady ? e : 2); }', 'whole'],
  ],
);
