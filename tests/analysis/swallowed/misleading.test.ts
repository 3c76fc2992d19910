import { evidenceOf } from '../../../src/analysis/swallowed/misleading.ts';
import { resultUseOf } from '../../../src/analysis/swallowed/result-uses.ts';
import { askedOfCall, catalogue } from '../asked.ts';

/** A function that settles what `load` makes of each item, with statements around it. */
function f(text: string): string {
  return `export async function run() { ${text.replace(
    'SETTLED',
    'await Promise.allSettled(items.map((item) => load(item)))',
  )} }`;
}

catalogue(
  'what shows that somebody is misled?',
  askedOfCall((program, call) => {
    const found = evidenceOf(program, call, resultUseOf(program, call));
    return found === undefined
      ? 'nothing'
      : `${found.kind} ${found.at.getText()}`;
  }),
  [
    ['no sign', f('SETTLED;'), 'nothing'],
    ['a claim', f("SETTLED; log('all loaded');"), "claim 'all loaded'"],
    ['a claim before', f("log('all loaded'); SETTLED;"), 'nothing'],
    [
      'a claim behind a return',
      f("SETTLED; return; log('all loaded');"),
      'nothing',
    ],
    [
      'a claim behind a throw',
      f("SETTLED; throw new Error(); log('all loaded');"),
      'nothing',
    ],
    [
      'a catch around what was fulfilled',
      f(
        "try { for (const one of SETTLED) if (one.status === 'fulfilled') log(one.value); } catch (error) { log(error); }",
      ),
      'nothing',
    ],
    [
      'a catch around what cannot be rejected',
      'export async function run() { try { await Promise.allSettled([Promise.resolve(1)]); } catch (error) { log(error); } }',
      'nothing',
    ],
    [
      'two members of other combinators that are reported',
      `
async function check(id: string) { JSON.parse(id); }
await Promise.allSettled(items.map((item) => check(item)));
export const one = () => Promise.all(items.map((item) => check(item).catch((error) => log(error))));
export const two = () => Promise.all(items.map((id) => check(id).catch((error) => log(error))));`,
      'sibling check(item)',
    ],
    [
      'a claim about promises that were started elsewhere',
      "export async function run(all: Promise<void>[]) { await Promise.allSettled(all); log('all loaded'); }",
      'nothing',
    ],

    // Claims and other work.
    [
      'a claim of other work behind',
      f("SETTLED; await load(); log('done');"),
      'nothing',
    ],
    [
      'a claim in the words of the members, behind other work',
      f("SETTLED; await anything.save(); log('all loaded');"),
      "claim 'all loaded'",
    ],
    [
      'a claim in the words of the list, behind other work',
      "export async function run(saved: string[]) { await Promise.allSettled(saved.map((item) => load(item))); await anything.send(); log('saved'); }",
      "claim 'saved'",
    ],
    [
      'a claim in the words of a callback that cannot be seen, behind other work',
      "declare function save(id: string): Promise<void>; export async function run() { await Promise.allSettled(items.map(save)); await anything.send(); log('saved'); }",
      "claim 'saved'",
    ],
    [
      'a claim of members without a name, behind other work',
      "declare const jobs: (() => Promise<void>)[]; export async function run() { await Promise.allSettled(items.map(() => jobs[0]!())); await anything.send(); log('saved'); }",
      'nothing',
    ],
    [
      'other work before',
      f("await anything.save(); SETTLED; log('done');"),
      'nothing',
    ],
    [
      'other work before that only reads',
      f("await anything.getAll(); SETTLED; log('done');"),
      "claim 'done'",
    ],
    [
      'other work before without a name',
      f("await anything[0](); SETTLED; log('done');"),
      'nothing',
    ],
    [
      'other work before in a function of its own',
      f("log(async () => { await anything.save(); }); SETTLED; log('done');"),
      "claim 'done'",
    ],

    // Numbers.
    [
      'a number',
      f('SETTLED; log(`loaded ${items.length}`);'),
      'count `loaded ${items.length}`',
    ],
    [
      'the number of something else',
      f('const others = [1]; SETTLED; log(`loaded ${others.length}`);'),
      'claim `loaded ${others.length}`',
    ],
    [
      'something else of the list',
      f('SETTLED; log(`loaded ${items.name}`);'),
      'claim `loaded ${items.name}`',
    ],
    [
      'a number of what is made on the spot',
      f('SETTLED; log(`loaded ${anything().length}`);'),
      'claim `loaded ${anything().length}`',
    ],
    [
      'the size of a set',
      'export async function run(all: Set<string>) { await Promise.allSettled(Array.from(all, (item) => load(item))); log(`loaded ${all.size}`); }',
      'count `loaded ${all.size}`',
    ],
    [
      'the number of results',
      f('const all = SETTLED; log(`loaded ${all.length}`);'),
      'count `loaded ${all.length}`',
    ],
    [
      'a number behind other work',
      f('SETTLED; await anything.save(); log(`saved ${items.length}`);'),
      'count `saved ${items.length}`',
    ],

    // Results that are read by half.
    [
      'the half, and a claim of all',
      f(
        "for (const one of SETTLED) if (one.status === 'fulfilled') log(one.value); log('all loaded');",
      ),
      "claim 'all loaded'",
    ],
    [
      'the half, and a claim of every one',
      f(
        "for (const one of SETTLED) if (one.status === 'fulfilled') log(one.value); log('loaded every item');",
      ),
      "claim 'loaded every item'",
    ],
    [
      'the half, and a claim of what is there',
      f(
        "for (const one of SETTLED) if (one.status === 'fulfilled') log(one.value); log('items loaded');",
      ),
      'nothing',
    ],
    [
      'the half, and a sign without words',
      f(
        "for (const one of SETTLED) if (one.status === 'fulfilled') log(one.value); anything.onSuccess();",
      ),
      'nothing',
    ],

    // Who reports and who cannot fail.
    [
      'members that cannot reject',
      "export async function run() { await Promise.allSettled(items.map(() => Promise.resolve(1))); log('all loaded'); }",
      'nothing',
    ],
    [
      'members that tell themselves',
      "export async function run() { await Promise.allSettled(items.map((item) => load(item).catch((error) => { log(error); throw error; }))); log('all loaded'); }",
      'nothing',
    ],
    [
      'one of two members that tells itself',
      "export async function run() { await Promise.allSettled([load(1), load(2).catch((error) => { log(error); throw error; })]); log('all loaded'); }",
      "claim 'all loaded'",
    ],
    [
      'members whose type could not be resolved',
      "export async function run() { await Promise.allSettled(items.map((item) => missing(item))); log('all loaded'); }",
      "claim 'all loaded'",
    ],
    [
      'members of type any',
      "export async function run() { await Promise.allSettled(items.map((item) => anything.get(item))); log('all loaded'); }",
      'nothing',
    ],
    [
      'a callback whose type could not be resolved',
      "export async function run() { await Promise.allSettled(items.map(missing)); log('all loaded'); }",
      'nothing',
    ],

    // Surroundings.
    [
      'a catch',
      f('try { SETTLED; } catch (error) { log(error); }'),
      'catch catch (error) { log(error); }',
    ],
    ['a catch that is empty', f('try { SETTLED; } catch {}'), 'nothing'],
    [
      'a catch around a finally',
      f(
        'try { try { SETTLED; } finally { log(); } } catch (error) { log(error); }',
      ),
      'catch catch (error) { log(error); }',
    ],
    [
      'a catch around an empty one',
      f('try { try { SETTLED; } catch {} } catch (error) { log(error); }'),
      'nothing',
    ],
    [
      'a catch around another function',
      f('try { log(async () => { SETTLED; }); } catch (error) { log(error); }'),
      'nothing',
    ],
    [
      'a catch, where results are counted',
      f(
        'try { const all = SETTLED; log(all.length); } catch (error) { log(error); }',
      ),
      'catch catch (error) { log(error); }',
    ],
    [
      'in a catch',
      f("try { log(); } catch { SETTLED; log('all loaded'); }"),
      'nothing',
    ],
    [
      'in teardown',
      "export async function close() { await Promise.allSettled(items.map((item) => load(item))); log('all loaded'); }",
      'nothing',
    ],
    [
      'a number in teardown',
      'export async function close() { await Promise.allSettled(items.map((item) => load(item))); log(`removed ${items.length}`); }',
      'count `removed ${items.length}`',
    ],
    [
      'another call that is reported',
      f('await load(0).catch((error) => log(error)); SETTLED;'),
      'sibling load(0)',
    ],
    [
      'another call that is reported, where results are counted',
      f(
        'await load(0).catch((error) => log(error)); const all = SETTLED; log(all.length);',
      ),
      'sibling load(0)',
    ],

    // A `catch` that waits for what the members do.
    [
      'a catch, where the list is read in the try',
      'export async function run() { try { const list = await anything.list(); const some = list.slice(1); await Promise.allSettled(some.map((item: string) => load(item))); } catch (error) { log(error); } }',
      'catch catch (error) { log(error); }',
    ],
    [
      'a catch, where batches of what is read are gone through',
      'export async function run() { try { for (const list of await anything.batches()) { await Promise.allSettled(list.map((item: string) => load(item))); } } catch (error) { log(error); } }',
      'catch catch (error) { log(error); }',
    ],
    [
      'a catch, where the try waits for other work before',
      f(
        'try { await anything.create(); SETTLED; } catch (error) { log(error); }',
      ),
      'nothing',
    ],
    [
      'a catch, where the try waits for other work behind',
      f(
        'try { SETTLED; await anything.create(); } catch (error) { log(error); }',
      ),
      'nothing',
    ],
    [
      'a catch, where what does the members does other work',
      'declare const db: { users: { create(): Promise<void>; save(id: string): Promise<void> } }; export async function run() { try { await db.users.create(); await Promise.allSettled(items.map((item) => db.users.save(item))); } catch (error) { log(error); } }',
      'catch catch (error) { log(error); }',
    ],
    [
      'a catch, where a client that does anything does other work',
      'declare const users: { create(): Promise<void>; save(id: string): Promise<void> }; export async function run() { try { await users.create(); await Promise.allSettled(items.map((item) => users.save(item))); } catch (error) { log(error); } }',
      'nothing',
    ],
    [
      'a catch, where one of the members is the work of another',
      'declare const db: { users: { create(): Promise<void>; save(): Promise<void> } }; export async function run() { try { await db.users.create(); await Promise.allSettled([db.users.save(), load()]); } catch (error) { log(error); } }',
      'nothing',
    ],
    [
      'a catch, where the other work is what is returned',
      'declare const db: { users: { create(): Promise<string>; save(id: string): Promise<void> } }; export async function run() { try { const user = await db.users.create(); await Promise.allSettled(items.map((item) => db.users.save(item))); return user; } catch (error) { log(error); return undefined; } }',
      'nothing',
    ],
    [
      'a catch, where the other work is used and not returned',
      'declare const db: { users: { create(): Promise<string>; save(id: string): Promise<void> } }; export async function run() { try { const { length } = await db.users.create(); log(length); await Promise.allSettled(items.map((item) => db.users.save(item))); } catch (error) { log(error); } }',
      'catch catch (error) { log(error); }',
    ],
    [
      'a catch, where the same class does other work',
      'export class Users { declare create: () => Promise<void>; declare save: (id: string) => Promise<void>; async run() { try { await this.create(); await Promise.allSettled(items.map((item) => this.save(item))); } catch (error) { log(error); } } }',
      'nothing',
    ],

    // A `catch` for what is given in.
    [
      'a catch that asks for a class of bad input',
      'export async function run(text: string) { try { const list = JSON.parse(text) as string[]; await Promise.allSettled(list.map((item) => load(item))); } catch (error) { if (error instanceof SyntaxError) log(error); else throw error; } }',
      'nothing',
    ],
    [
      'a catch that answers with a status of bad input',
      'export async function run(text: string) { try { const list = JSON.parse(text) as string[]; await Promise.allSettled(list.map((item) => load(item))); return { status: 202 }; } catch (error) { return { status: 400, error }; } }',
      'nothing',
    ],
    [
      'a catch that tells of bad input',
      "export async function run(text: string) { try { const list = JSON.parse(text) as string[]; await Promise.allSettled(list.map((item) => load(item))); } catch (error) { log('invalid list', error); } }",
      'nothing',
    ],
    [
      'a catch that tells of anything, in JSON',
      'export async function run(text: string) { try { const list = JSON.parse(text) as string[]; await Promise.allSettled(list.map((item) => load(item))); } catch (error) { log(JSON.stringify(error)); } }',
      'catch catch (error) { log(JSON.stringify(error)); }',
    ],

    // Numbers that are compared.
    [
      'as many results as members, returned',
      'export async function run() { const all = await Promise.allSettled(items.map((item) => load(item))); return all.length === items.length; }',
      'count all.length === items.length',
    ],
    [
      'as many results as members, asked before a claim',
      "export async function run() { const all = await Promise.allSettled(items.map((item) => load(item))); if (all.length === items.length) { log('all loaded'); } }",
      "claim 'all loaded'",
    ],
    [
      'another number of results than of members, asked before a claim',
      "export async function run() { const all = await Promise.allSettled(items.map((item) => load(item))); if (all.length !== items.length) { log('all loaded'); } }",
      'nothing',
    ],
    [
      'more results than none, asked before a claim',
      "export async function run() { const all = await Promise.allSettled(items.map((item) => load(item))); if (all.length > 0) { log('all loaded'); } }",
      'nothing',
    ],
    [
      'their number, returned on the spot',
      'export async function run() { return (await Promise.allSettled(items.map((item) => load(item)))).length; }',
      'count (await Promise.allSettled(items.map((item) => load(item)))).length',
    ],

    // A promise under a name.
    [
      'a claim behind the wait for a promise under a name',
      "export async function run() { const all = Promise.allSettled(items.map((item) => load(item))); await all; log('all loaded'); }",
      "claim 'all loaded'",
    ],
    [
      'a claim before the wait for a promise under a name',
      "export async function run() { const all = Promise.allSettled(items.map((item) => load(item))); log('all loaded'); await all; }",
      'nothing',
    ],
    [
      'a claim behind one of two waits for a promise under a name',
      "export async function run() { const all = Promise.allSettled(items.map((item) => load(item))); if (isReady) { await all; } await all; log('all loaded'); }",
      'nothing',
    ],

    // Other work.
    [
      'a request with options before',
      "export async function run() { await fetch('/items', { method: 'POST' }); await Promise.allSettled(items.map((item) => load(item))); log('Item created'); }",
      'nothing',
    ],
    [
      'a request without options before',
      "export async function run() { await fetch('/items'); await Promise.allSettled(items.map((item) => load(item))); log('Done'); }",
      "claim 'Done'",
    ],
    [
      'a query that writes before',
      "export async function run() { await anything.query('insert into items'); await Promise.allSettled(items.map((item) => load(item))); log('Done'); }",
      'nothing',
    ],
    [
      'a query that reads before',
      "export async function run() { await anything.query('select 1'); await Promise.allSettled(items.map((item) => load(item))); log('Done'); }",
      "claim 'Done'",
    ],
    [
      'something kept at once before',
      "export async function run() { anything.setItem('one', 1); await Promise.allSettled(items.map((item) => load(item))); log('Settings saved'); }",
      'nothing',
    ],
    [
      'something cleared at once before',
      "export async function run() { anything.clear(); await Promise.allSettled(items.map((item) => load(item))); log('Done'); }",
      "claim 'Done'",
    ],
    ['readiness', f("SETTLED; log('Server ready');"), 'nothing'],
  ],
);
