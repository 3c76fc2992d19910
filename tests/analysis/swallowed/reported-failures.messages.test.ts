import { reportsItself } from '../../../src/analysis/swallowed/reported-failures.ts';
import { asked, catalogue } from '../asked.ts';

const told = asked((program, start) =>
  reportsItself(program, start) ? 'told' : 'not told',
);

catalogue('which handlers tell that there is an error?', told, [
  [
    'a message of its own',
    "ask(load().catch(() => { anything.toast('Not loaded'); throw new Error(); }));",
    'told',
  ],
  [
    'a warning of its own',
    "ask(load().catch(() => { console.warn('Not loaded'); }));",
    'told',
  ],
  [
    'a message of its own, behind other work',
    "ask(load().catch(() => { anything.retry(1); anything.toast('Not loaded'); }));",
    'told',
  ],
  [
    'a message that says nothing',
    'ask(load().catch(() => { anything.toast(); }));',
    'not told',
  ],
  [
    'a call that tells nobody',
    'ask(load().catch(() => { anything.retry(1); }));',
    'not told',
  ],
  [
    'a call that tells nobody, of something else than the error',
    'ask(load().catch((error) => { anything.retry(items); throw error; }));',
    'not told',
  ],
]);

catalogue('which handlers give the error away?', told, [
  [
    'to a call that tells nobody',
    'ask(load().catch((error) => { anything.keep(error); }));',
    'told',
  ],
  [
    'in an object',
    'ask(load().catch((error) => { anything.keep({ error }); }));',
    'told',
  ],
  [
    'one of two parts of it',
    'ask(load().catch(({ message, code }) => { anything.keep(code); }));',
    'told',
  ],
  [
    'to a name',
    'let last; ask(load().catch((error) => { last = error; }));',
    'told',
  ],
  [
    'nowhere: something else gets a name',
    'ask(load().catch((error) => { let last; const at = items; throw error; }));',
    'not told',
  ],
  [
    'nowhere: it is compared',
    'ask(load().catch((error) => { if (anything.last === error) throw error; }));',
    'not told',
  ],
  [
    'nowhere: it is asked for a property',
    "ask(load().catch((error) => { if ('code' in error) throw error; }));",
    'not told',
  ],
]);

catalogue('which bodies tell of their own failure?', told, [
  [
    'a bare return before a try that tells',
    'async function f() { if (isReady) return; try { await load(); } catch (error) { log(error); } } ask(f());',
    'told',
  ],
  [
    'a finally that waits for something else',
    'async function f() { try { await load(1); } catch (error) { log(error); } finally { await load(2); } } ask(f());',
    'not told',
  ],
  [
    'a return of a value',
    'async function f() { try { await load(1); } catch (error) { log(error); } return items; } ask(f());',
    'told',
  ],
]);
