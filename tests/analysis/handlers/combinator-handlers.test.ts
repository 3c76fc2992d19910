import { errorHandlersOf } from '../../../src/analysis/handlers/combinator-handlers.ts';
import { askedOfCall, type Case, catalogue } from '../asked.ts';

/** Cases that say `ANY` for a combinator. */
function of(...cases: Case[]): Case[] {
  return cases.map(([name, text, answer]) => [
    name,
    text.replaceAll('ANY', 'Promise.any([load(1), load(2)])'),
    answer,
  ]);
}

catalogue(
  'which handlers see the error of a combinator?',
  askedOfCall((program, call) => {
    const handlers = errorHandlersOf(program, call.node).map(
      ({ name, isItsAlone }) =>
        `${name.getText()} ${isItsAlone ? 'alone' : 'shared'}`,
    );
    return handlers.length === 0 ? 'none' : handlers.join(', ');
  }),
  of(
    // `catch` clauses.
    ['no handler', 'await ANY;', 'none'],
    ['a catch', 'try { await ANY; } catch (e) {}', 'e alone'],
    ['a catch without a name', 'try { await ANY; } catch {}', 'none'],
    ['a finally', 'try { await ANY; } finally {}', 'none'],
    [
      'a catch of a promise that is not awaited',
      'try { ANY; } catch (e) {}',
      'none',
    ],
    [
      'a choice',
      'try { await (isReady ? ANY : undefined); } catch (e) {}',
      'e alone',
    ],
    ['a second await', 'try { await ANY; await load(); } catch (e) {}', 'none'],
    [
      'a second await in a function',
      'try { await ANY; const f = async () => { await load(); }; } catch (e) {}',
      'e alone',
    ],
    [
      'a loop that waits',
      'try { await ANY; for await (const item of items); } catch (e) {}',
      'none',
    ],
    [
      'a loop that does not wait',
      'try { await ANY; for (const item of items); } catch (e) {}',
      'e alone',
    ],
    [
      'a call beside it',
      'try { anything(); await ANY; } catch (e) {}',
      'e shared',
    ],
    [
      'a log beside it',
      'try { console.log(1); await ANY; } catch (e) {}',
      'e alone',
    ],
    [
      'a call around it',
      'try { anything(await ANY); } catch (e) {}',
      'e shared',
    ],
    [
      'a constructor around it',
      'try { new Map(await ANY as never); } catch (e) {}',
      'e shared',
    ],
    ['a member of it', 'try { (await ANY).length; } catch (e) {}', 'e shared'],
    ['an element of it', 'try { (await ANY)[0]; } catch (e) {}', 'e shared'],
    [
      'a name for it',
      'try { const first = await ANY; } catch (e) {}',
      'e alone',
    ],
    [
      'a pattern in the catch',
      'try { await ANY; } catch ({ message }: any) {}',
      '{ message } alone',
    ],

    // Names.
    ['a constant', 'const p = ANY; try { await p; } catch (e) {}', 'e alone'],
    ['a variable', 'let p = ANY; try { await p; } catch (e) {}', 'none'],
    [
      'a pattern',
      'const { then } = ANY; try { await (then as any); } catch (e) {}',
      'none',
    ],
    [
      'a default in a pattern',
      'const { p = ANY } = anything; try { await p; } catch (e) {}',
      'none',
    ],
    [
      'a constant without a semicolon behind it',
      'const p = ANY\np.catch((e) => e);',
      'e alone',
    ],
    [
      'two places',
      'const p = ANY; try { await p; } catch (e) {} p.catch((error) => error);',
      'e alone, error alone',
    ],
    [
      'a place before it',
      'const f = () => p.catch((error) => error); const p = ANY;',
      'none',
    ],

    // Chains.
    ['a handler', 'ANY.catch((e) => e);', 'e alone'],
    ['a handler without a parameter', 'ANY.catch(() => 1);', 'none'],
    ['a handler that cannot be seen', 'ANY.catch(log);', 'none'],
    [
      'a handler by its name',
      'const f = (e: unknown) => e; ANY.catch(f);',
      'none',
    ],
    [
      'a method of something else',
      '(ANY as any).pipe((e: unknown) => e);',
      'none',
    ],
    ['a method that is not called', 'log(ANY.catch);', 'none'],
    [
      'a handler behind an empty then',
      'ANY.then().catch((e) => e);',
      'e alone',
    ],
    [
      'a handler behind then',
      'ANY.then((text) => text).catch((e) => e);',
      'e alone',
    ],
    [
      'a handler behind a then that may throw',
      'ANY.then((text) => anything(text) + 1).catch((e) => e);',
      'none',
    ],
    [
      'a handler behind a then that throws a value',
      'ANY.then((text) => { if (isReady) throw text; return 1; }).catch((e) => e);',
      'e shared',
    ],
    [
      'a handler behind a then that gives a promise',
      'ANY.then((text) => load(text)).catch((e) => e);',
      'none',
    ],
    [
      'a handler behind a then that gives nothing',
      'ANY.then(() => {}).catch((e) => e);',
      'e alone',
    ],
    [
      'a handler behind a then that gives a promise at times',
      'ANY.then((text) => { if (isReady) return text; return load(text); }).catch((e) => e);',
      'none',
    ],
    [
      'a handler behind an async then',
      'ANY.then(async (text) => text).catch((e) => e);',
      'none',
    ],
    [
      'a handler behind a then that cannot be seen',
      'ANY.then(log).catch((e) => e);',
      'none',
    ],
    [
      'a handler behind finally',
      'ANY.finally(() => 1).catch((e) => e);',
      'e alone',
    ],
    [
      'a handler behind an empty finally',
      'ANY.finally().catch((e) => e);',
      'e alone',
    ],
    [
      'a handler behind a finally that may throw',
      'ANY.finally(() => { anything(); }).catch((e) => e);',
      'e shared',
    ],
    [
      'a handler behind a finally that cannot be seen',
      'ANY.finally(log).catch((e) => e);',
      'e shared',
    ],
    [
      'a catch around a chain',
      'try { await ANY.then((text) => text); } catch (e) {}',
      'e alone',
    ],
    [
      'a catch around a chain that may throw',
      'try { await ANY.then((text) => { if (isReady) throw text; return 1; }); } catch (e) {}',
      'e shared',
    ],
    [
      'a catch around a chain that gives a promise',
      'try { await ANY.then((text) => load(text)); } catch (e) {}',
      'none',
    ],
  ),
);
