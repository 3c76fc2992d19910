import rule from '../../src/rules/prefer-concurrent-awaits.ts';
import { ruleTester } from '../rule-tester.ts';

const GIVEN =
  'declare function getUser(id?: string): Promise<{ id: string }>;\ndeclare function loadFlags(of?: string): Promise<string[]>;\ndeclare function saveUser(): Promise<string>;\ndeclare const db: { users: { find(id?: string): Promise<string>; list(): Promise<string> }; posts: { find(): Promise<string> } };\n';

ruleTester.run('prefer-concurrent-awaits', rule, {
  valid: [
    {
      name: 'a read that needs what the one before gives',
      code: `${GIVEN}const user = await getUser();\nconst flags = await loadFlags(user.id);`,
    },
    {
      name: 'a read that needs a part of it',
      code: `${GIVEN}const { id } = await getUser();\nconst flags = await loadFlags(id);`,
    },
    {
      name: 'a read that needs it in a callback',
      code: `${GIVEN}declare function listBy(of: () => string): Promise<string>;\nconst user = await getUser();\nconst flags = await listBy(() => user.id);`,
    },
    {
      name: 'a write before a read',
      code: `${GIVEN}const id = await saveUser();\nconst flags = await loadFlags();`,
    },
    {
      name: 'a write behind a read',
      code: `${GIVEN}const user = await getUser();\nconst id = await saveUser();`,
    },
    {
      name: 'a statement in between',
      code: `${GIVEN}const user = await getUser();\nif (user.id === '') { throw new Error('nobody'); }\nconst flags = await loadFlags();`,
    },
    {
      name: 'reads of one object that cannot be seen to be reads',
      code: `${GIVEN}const user = await db.users.find();\nconst users = await db.users.list();`,
    },
    {
      name: 'reads in a transaction',
      code: `${GIVEN}declare const tx: typeof db;\nconst user = await tx.users.find();\nconst post = await tx.posts.find();`,
    },
    {
      name: 'reads that are given a connection',
      code: `${GIVEN}declare function getBy(of: object): Promise<string>;\ndeclare const connection: object;\nconst one = await getBy(connection);\nconst flags = await loadFlags();`,
    },
    {
      name: 'names that say that they write, too',
      code: `${GIVEN}declare function getOrCreateUser(): Promise<string>;\nconst user = await getOrCreateUser();\nconst flags = await loadFlags();`,
    },
    {
      name: 'names that take a turn',
      code: `${GIVEN}declare function readNext(): Promise<string>;\nconst one = await readNext();\nconst two = await readNext();`,
    },
    {
      name: 'names that decide whether the rest may run',
      code: `${GIVEN}declare function getSession(): Promise<string>;\nconst session = await getSession();\nconst flags = await loadFlags();`,
    },
    {
      name: 'a body that writes',
      code: `${GIVEN}let count = 0;\nasync function getCount() { count += 1; return count; }\nconst one = await getCount();\nconst flags = await loadFlags();`,
    },
    {
      name: 'a body that calls what writes',
      code: `${GIVEN}async function getSaved() { await saveUser(); return 1; }\nconst one = await getSaved();\nconst flags = await loadFlags();`,
    },
    {
      name: 'a body that stores',
      code: `${GIVEN}async function getStored() { localStorage.setItem('a', 'b'); return 1; }\nconst one = await getStored();\nconst flags = await loadFlags();`,
    },
    {
      name: 'a body of unknown calls under a name that says nothing',
      code: `${GIVEN}declare function work(): Promise<number>;\nasync function compute() { return await work(); }\nconst one = await compute();\nconst flags = await loadFlags();`,
    },
    {
      name: 'a request that is more than a read',
      code: `${GIVEN}const one = await fetch('/a', { method: 'POST' });\nconst flags = await loadFlags();`,
    },
    {
      name: 'a query that writes',
      code: `${GIVEN}declare function query(text: string): Promise<string>;\nconst one = await query('delete from users');\nconst flags = await loadFlags();`,
    },
    {
      name: 'operands with an effect',
      code: `${GIVEN}let id = 0;\nconst user = await getUser();\nconst flags = await loadFlags(String(id++));`,
    },
    {
      name: 'an await among the operands',
      code: `${GIVEN}const user = await getUser();\nconst flags = await loadFlags(await saveUser());`,
    },
    {
      name: 'what is no promise',
      code: `${GIVEN}declare function getName(): string;\nconst name = await getName();\nconst flags = await loadFlags();`,
    },
    {
      name: 'what is any',
      code: `${GIVEN}declare const anything: any;\nconst one = await anything.getName();\nconst flags = await loadFlags();`,
    },
    {
      name: 'reads that are together already',
      code: `${GIVEN}const [user, flags] = await Promise.all([getUser(), loadFlags()]);`,
    },
    {
      name: 'variables that may be assigned again',
      code: `${GIVEN}let user = await getUser();\nlet flags = await loadFlags();`,
    },
    {
      name: 'a declaration of two',
      code: `${GIVEN}const user = await getUser(), flags = await loadFlags();`,
    },
    {
      name: 'reads that are given one client',
      code: `${GIVEN}declare function findUser(client: Client, id: string): Promise<string>;
declare function findOrders(client: Client, id: string): Promise<string>;
interface Client { query(text: string): Promise<string>; findUser(id: string): Promise<string> }
declare const client: Client;
declare const other: Client;
const user = await findUser(client, 'ada');
const orders = await findOrders(client, 'ada');`,
    },
    {
      name: 'reads that are given one client in an object',
      code: `${GIVEN}interface Client { query(text: string): Promise<string> }
declare const client: Client;
declare function findUser(by: { client: Client; id: string }): Promise<string>;
declare function findOrders(by: { client: Client }): Promise<string>;
const user = await findUser({ client, id: 'ada' });
const orders = await findOrders({ client: client });`,
    },
    {
      name: 'reads that are given what is not known',
      code: `${GIVEN}declare const anything: any;
const user = await getUser(anything);
const flags = await loadFlags(anything);`,
    },
    {
      name: 'reads that are given what hides what it holds',
      code: `${GIVEN}interface Source { readonly brand: unique symbol }
declare function readHeader(of: Source): Promise<string>;
declare function readBody(of: Source): Promise<string>;
declare const source: Source;
const header = await readHeader(source);
const body = await readBody(source);`,
    },
    {
      name: 'a read of a client and one that is given it',
      code: `${GIVEN}declare function findUser(client: Client, id: string): Promise<string>;
declare function findOrders(client: Client, id: string): Promise<string>;
interface Client { query(text: string): Promise<string>; findUser(id: string): Promise<string> }
declare const client: Client;
declare const other: Client;
const user = await client.findUser('ada');
const orders = await findOrders(client, 'ada');`,
    },
    {
      name: 'a read that is given a client and one of it',
      code: `${GIVEN}declare function findUser(client: Client, id: string): Promise<string>;
declare function findOrders(client: Client, id: string): Promise<string>;
interface Client { query(text: string): Promise<string>; findUser(id: string): Promise<string> }
declare const client: Client;
declare const other: Client;
const orders = await findOrders(client, 'ada');
const user = await client.findUser('ada');`,
    },
    {
      name: 'bodies that hand a client on',
      code: `${GIVEN}declare function findUser(client: Client, id: string): Promise<string>;
declare function findOrders(client: Client, id: string): Promise<string>;
interface Client { query(text: string): Promise<string>; findUser(id: string): Promise<string> }
declare const client: Client;
declare const other: Client;
async function getBoth(of: Client) { return await of.query('select 1'); }
async function getMore(of: Client) { return await of.query('select 2'); }
const both = await getBoth(client);
const more = await getMore(client);`,
    },
    {
      name: 'a chain whose callback writes',
      code: `${GIVEN}let last = '';
const user = await getUser().then((one) => { last = one.id; return one; });
const flags = await loadFlags();`,
    },
    {
      name: 'a chain whose callback cannot be seen',
      code: `${GIVEN}declare function parse(user: object): string;
const user = await getUser().then(parse);
const flags = await loadFlags();`,
    },
    {
      name: 'a chain whose callback asks the object that the other read asks',
      code: `${GIVEN}const user = await getUser().then((one) => db.users.find(one.id));
const users = await db.users.list();`,
    },
    {
      name: 'a chain behind a write',
      code: `${GIVEN}const id = await saveUser().then((saved) => saved);
const flags = await loadFlags();`,
    },
    {
      name: 'a chain behind something that is no call',
      code: `${GIVEN}declare const running: Promise<string>;
const one = await running.then((text) => text);
const flags = await loadFlags();`,
    },
    {
      name: 'the same call again',
      code: `${GIVEN}const before = await getUser('ada');
const after = await getUser('ada');`,
    },
    {
      name: 'the same request again, read in another way',
      code: `${GIVEN}const text = await fetch('/one').then((response) => response.text());
const data = await fetch('/one').then((response) => response.json());`,
    },
    {
      name: 'functions of a module of which one writes',
      code: `${GIVEN}import * as fs from 'node:fs/promises';
const one = await fs.readFile('one');
const two = await fs.mkdtemp('two');`,
    },
    {
      name: 'methods of an object with the name of a module',
      code: `${GIVEN}declare const fs: { readFile(name: string): Promise<string> };
const one = await fs.readFile('one');
const two = await fs.readFile('two');`,
    },
  ],
  invalid: [
    {
      name: 'two reads by name',
      code: `${GIVEN}const user = await getUser();\nconst flags = await loadFlags();`,
      errors: [
        {
          messageId: 'sequentialReads',
          data: { earlier: 'getUser()', later: 'loadFlags()' },
          line: 6,
          column: 15,
          endLine: 6,
          endColumn: 32,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}const [user, flags] = await Promise.all([getUser(), loadFlags()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a read of a part',
      code: `${GIVEN}const { id } = await getUser();\nconst flags = await loadFlags();`,
      errors: [
        {
          messageId: 'sequentialReads',
          data: { earlier: 'getUser()', later: 'loadFlags()' },
          line: 6,
          column: 15,
          endLine: 6,
          endColumn: 32,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}const [{ id }, flags] = await Promise.all([getUser(), loadFlags()]);`,
            },
          ],
        },
      ],
    },
    {
      name: "in a function, over a line's length",
      code: `${GIVEN}export async function page(identifier: string) {\n  const user = await getUser(identifier);\n  const flags = await loadFlags(identifier.trim());\n  const more = await loadFlags('more');\n  return { user, flags, more };\n}`,
      errors: [
        {
          messageId: 'sequentialReads',
          data: { earlier: 'getUser()', later: 'loadFlags()' },
          line: 7,
          column: 17,
          endLine: 7,
          endColumn: 51,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}export async function page(identifier: string) {\n  const [user, flags, more] = await Promise.all([\n    getUser(identifier),\n    loadFlags(identifier.trim()),\n    loadFlags('more'),\n  ]);\n  return { user, flags, more };\n}`,
            },
          ],
        },
      ],
    },
    {
      name: 'reads behind one that they need',
      code: `${GIVEN}const user = await getUser();\nconst mine = await loadFlags(user.id);\nconst others = await loadFlags();`,
      errors: [
        {
          messageId: 'sequentialReads',
          data: { earlier: 'loadFlags()', later: 'loadFlags()' },
          line: 7,
          column: 16,
          endLine: 7,
          endColumn: 33,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}const user = await getUser();\nconst [mine, others] = await Promise.all([loadFlags(user.id), loadFlags()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'reads of two objects',
      code: `${GIVEN}const user = await db.users.find();\nconst post = await db.posts.find();`,
      errors: [
        {
          messageId: 'sequentialReads',
          data: { earlier: 'db.users.find()', later: 'db.posts.find()' },
          line: 6,
          column: 14,
          endLine: 6,
          endColumn: 35,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}const [user, post] = await Promise.all([db.users.find(), db.posts.find()]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'bodies that are seen to read',
      code: `${GIVEN}export class Page {\n  async user() { return await getUser(); }\n  async flags() { const all = []; all.push(await loadFlags()); return all; }\n  async show() {\n    const user = await this.user();\n    const flags = await this.flags();\n    return { user, flags };\n  }\n}`,
      errors: [
        {
          messageId: 'sequentialReads',
          data: { earlier: 'this.user()', later: 'this.flags()' },
          line: 10,
          column: 19,
          endLine: 10,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}export class Page {\n  async user() { return await getUser(); }\n  async flags() { const all = []; all.push(await loadFlags()); return all; }\n  async show() {\n    const [user, flags] = await Promise.all([this.user(), this.flags()]);\n    return { user, flags };\n  }\n}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a query that reads',
      code: `${GIVEN}declare function query(text: string): Promise<string>;\nconst names = await query('select name from users');\nconst flags = await loadFlags();`,
      errors: [
        {
          messageId: 'sequentialReads',
          data: { earlier: 'query()', later: 'loadFlags()' },
          line: 7,
          column: 15,
          endLine: 7,
          endColumn: 32,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}declare function query(text: string): Promise<string>;\nconst [names, flags] = await Promise.all([\n  query('select name from users'),\n  loadFlags(),\n]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'no suggestion where a comment would be lost',
      code: `${GIVEN}const user = await getUser();\n// the flags of everybody\nconst flags = await loadFlags();`,
      errors: [
        {
          messageId: 'sequentialReads',
          data: { earlier: 'getUser()', later: 'loadFlags()' },
          line: 7,
          column: 15,
          endLine: 7,
          endColumn: 32,
        },
      ],
    },
    {
      name: 'no suggestion where a type is declared',
      code: `${GIVEN}const user: { id: string } = await getUser();\nconst flags = await loadFlags();`,
      errors: [
        {
          messageId: 'sequentialReads',
          data: { earlier: 'getUser()', later: 'loadFlags()' },
          line: 6,
          column: 15,
          endLine: 6,
          endColumn: 32,
        },
      ],
    },
    {
      name: 'reads that are given two clients',
      code: `${GIVEN}declare function findUser(client: Client, id: string): Promise<string>;
declare function findOrders(client: Client, id: string): Promise<string>;
interface Client { query(text: string): Promise<string>; findUser(id: string): Promise<string> }
declare const client: Client;
declare const other: Client;
const user = await findUser(client, 'ada');
const orders = await findOrders(other, 'ada');`,
      errors: [
        {
          messageId: 'sequentialReads',
          line: 11,
          column: 16,
          endLine: 11,
          endColumn: 46,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}declare function findUser(client: Client, id: string): Promise<string>;
declare function findOrders(client: Client, id: string): Promise<string>;
interface Client { query(text: string): Promise<string>; findUser(id: string): Promise<string> }
declare const client: Client;
declare const other: Client;
const [user, orders] = await Promise.all([
  findUser(client, 'ada'),
  findOrders(other, 'ada'),
]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'reads that are given the same data',
      code: `${GIVEN}interface Period { from: Date; to: Date; kinds?: string[] }
declare function getSales(of: Period, signal: AbortSignal): Promise<string>;
declare function listVisits(of: Period, signal: AbortSignal): Promise<string>;
declare const period: Period;
declare const signal: AbortSignal;
const sales = await getSales(period, signal);
const visits = await listVisits(period, signal);`,
      errors: [
        {
          messageId: 'sequentialReads',
          line: 11,
          column: 16,
          endLine: 11,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}interface Period { from: Date; to: Date; kinds?: string[] }
declare function getSales(of: Period, signal: AbortSignal): Promise<string>;
declare function listVisits(of: Period, signal: AbortSignal): Promise<string>;
declare const period: Period;
declare const signal: AbortSignal;
const [sales, visits] = await Promise.all([
  getSales(period, signal),
  listVisits(period, signal),
]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'reads that are given the same identifier of a type of its own',
      code: `${GIVEN}declare const id: string & { readonly brand: 'id' };
const user = await getUser(id);
const flags = await loadFlags(id);`,
      errors: [
        {
          messageId: 'sequentialReads',
          line: 7,
          column: 15,
          endLine: 7,
          endColumn: 34,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}declare const id: string & { readonly brand: 'id' };
const [user, flags] = await Promise.all([getUser(id), loadFlags(id)]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a chain behind each',
      code: `${GIVEN}const one = await fetch('/one').then((response) => response.json());
const two = await fetch('/two').then((response) => response.json());`,
      errors: [
        {
          messageId: 'sequentialReads',
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 68,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}const [one, two] = await Promise.all([
  fetch('/one').then((response) => response.json()),
  fetch('/two').then((response) => response.json()),
]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'a chain with a handler',
      code: `${GIVEN}const user = await getUser();
const flags = await loadFlags().catch(() => []);`,
      errors: [
        {
          messageId: 'sequentialReads',
          line: 6,
          column: 15,
          endLine: 6,
          endColumn: 48,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}const [user, flags] = await Promise.all([
  getUser(),
  loadFlags().catch(() => []),
]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'the same call again with another argument',
      code: `${GIVEN}const ada = await getUser('ada');
const alan = await getUser('alan');`,
      errors: [
        {
          messageId: 'sequentialReads',
          line: 6,
          column: 14,
          endLine: 6,
          endColumn: 35,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}const [ada, alan] = await Promise.all([getUser('ada'), getUser('alan')]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'functions of a module by its name',
      code: `${GIVEN}import * as fs from 'node:fs/promises';
const one = await fs.readFile('one');
const two = await fs.readFile('two');`,
      errors: [
        {
          messageId: 'sequentialReads',
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}import * as fs from 'node:fs/promises';
const [one, two] = await Promise.all([fs.readFile('one'), fs.readFile('two')]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'functions of a module by its default',
      code: `${GIVEN}import fs from 'node:fs/promises';
const one = await fs.readFile('one');
const two = await fs.readFile('two');`,
      errors: [
        {
          messageId: 'sequentialReads',
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}import fs from 'node:fs/promises';
const [one, two] = await Promise.all([fs.readFile('one'), fs.readFile('two')]);`,
            },
          ],
        },
      ],
    },
    {
      name: 'functions of a module within a module',
      code: `${GIVEN}import fs from 'node:fs';
const one = await fs.promises.readFile('one');
const two = await fs.promises.readFile('two');`,
      errors: [
        {
          messageId: 'sequentialReads',
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 46,
          suggestions: [
            {
              messageId: 'combineAwaits',
              output: `${GIVEN}import fs from 'node:fs';
const [one, two] = await Promise.all([
  fs.promises.readFile('one'),
  fs.promises.readFile('two'),
]);`,
            },
          ],
        },
      ],
    },
  ],
});
