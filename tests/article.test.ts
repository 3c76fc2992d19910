import { describe, expect, it } from 'vitest';

import plugin from '../src/index.ts';
import { type Language, lintTyped } from './lint.ts';
import { marksIn } from './marks.ts';

// "Promise.all vs Promise.allSettled": each of the article's blocks under the recommended preset.
// What its blocks leave out, the functions that they call, is declared here for each language.

const DECLARATIONS = {
  ts: `
declare function fetchUser(): Promise<{ name: string }>;
declare function fetchNotifications(): Promise<string[]>;
declare function fetchActivity(): Promise<string[]>;
declare const items: string[], card: string, address: string;
declare function checkStock(items: string[]): Promise<boolean>;
declare function processPayment(card: string): Promise<string>;
declare function reserveShipping(address: string): Promise<string>;
declare const images: string[];
declare function uploadImage(image: string): Promise<string>;
declare function api1(): Promise<number>;
declare function api2(): Promise<number>;
declare function api3(): Promise<number>;
export {};
`,
  js: `
const load = async (address) => (await fetch(address)).json();
const fetchUser = () => load('/user');
const fetchNotifications = () => load('/notifications');
const fetchActivity = () => load('/activity');
const items = ['book'], card = '4242', address = 'Main Street';
const checkStock = (items) => load('/stock?' + items);
const processPayment = (card) => load('/payment?' + card);
const reserveShipping = (address) => load('/shipping?' + address);
const images = ['cat.png', 'dog.png'];
const uploadImage = (image) => load('/images?' + image);
const api1 = () => load('/1');
const api2 = () => load('/2');
const api3 = () => load('/3');
export {};
`,
};

interface Verdict {
  findings: string[];
  suggestions: string[];
}

function judge(code: string, language: keyof typeof DECLARATIONS): Verdict {
  const messages = lintTyped(
    DECLARATIONS[language] + code,
    language satisfies Language,
    plugin.configs.recommended.rules,
  );
  const before = DECLARATIONS[language].split('\n').length - 1;
  return {
    findings: messages.map(
      ({ line, ruleId, message }) =>
        `${String(line - before)} ${ruleId?.replace('promise-combinators/', '') ?? message}`,
    ),
    suggestions: messages.flatMap(({ suggestions = [] }) =>
      suggestions.map(({ messageId }) => messageId ?? ''),
    ),
  };
}

const dashboardWithAll = `
const [user, notifications, activity] = await Promise.all([ // ❌ no-unhandled-rejection
  fetchUser(),
  fetchNotifications(),
  fetchActivity(),
]);
`;

const orderProcessing = `
// Order processing: stock check + payment + shipping must all succeed
const [stock, payment, shipping] = await Promise.all([ // ❌ no-unhandled-rejection
  checkStock(items),
  processPayment(card),
  reserveShipping(address),
]);
`;

const allWithoutHandling = `
const results = await Promise.all([api1(), api2(), api3()]); // ❌ no-unhandled-rejection
`;

const allSettledWithoutChecking = `
const results = await Promise.allSettled([api1(), api2()]);

const data = results.map((r) => r.value); // ❌ no-unchecked-settled-result
`;

const threeResolved = `
const results = await Promise.all([
  Promise.resolve("A"),
  Promise.resolve("B"),
  Promise.resolve("C"),
]);

console.log(results); // ["A", "B", "C"]
`;

const rejectedInsideTry = `
try {
  const results = await Promise.all([
    Promise.resolve("A"),
    Promise.reject(new Error("B failed")),
    Promise.resolve("C"),
  ]);
} catch (error) {
  console.log(error.message); // "B failed"
  // A and C results are lost
}
`;

const allSettledLoggedWhole = `
const results = await Promise.allSettled([
  Promise.resolve("A"),
  Promise.reject(new Error("B failed")),
  Promise.resolve("C"),
]);

console.log(results);
`;

const dashboardWithAllSettled = `
const results = await Promise.allSettled([
  fetchUser(),
  fetchNotifications(),
  fetchActivity(),
]);

const [userResult, notifResult, activityResult] = results;

const user = userResult.status === "fulfilled" ? userResult.value : null;
const notifications =
  notifResult.status === "fulfilled" ? notifResult.value : [];
const activity =
  activityResult.status === "fulfilled" ? activityResult.value : [];
`;

const imageUploads = `
// Uploading multiple images: process the ones that succeed
const uploadResults = await Promise.allSettled(
  images.map((img) => uploadImage(img))
);

const succeeded = uploadResults
  .filter((r) => r.status === "fulfilled")
  .map((r) => r.value);

const failed = uploadResults
  .filter((r) => r.status === "rejected")
  .map((r) => r.reason);

console.log(\`\${succeeded.length} uploaded successfully, \${failed.length} failed\`);
`;

const allWrappedInTry = `
try {
  const results = await Promise.all([api1(), api2(), api3()]);
} catch (error) {
  // You can't tell which Promise failed
  console.error("One or more requests failed", error);
}
`;

const allSettledChecked = `
const results = await Promise.allSettled([api1(), api2()]);

const data = results
  .filter((r) => r.status === "fulfilled")
  .map((r) => r.value);
`;

describe.each(['ts', 'js'] as const)('the article in %s', (language) => {
  it.each([
    ['the dashboard with Promise.all', dashboardWithAll],
    ['the order', orderProcessing],
    ['Promise.all that nobody handles', allWithoutHandling],
    ['allSettled read without checking', allSettledWithoutChecking],
  ])('is wrong where its mark says, with an edit: %s', (_name, code) => {
    const { findings, suggestions } = judge(code, language);

    expect(findings).toEqual(marksIn(code));
    expect(suggestions).not.toEqual([]);
  });

  it('has both ways out of the blank dashboard', () => {
    expect(judge(dashboardWithAll, language).suggestions).toEqual([
      'wrapInTry',
      'useAllSettled',
    ]);
  });

  it.each([
    ['three that are resolved', threeResolved],
    ['a rejection inside try', rejectedInsideTry],
    ['allSettled logged whole', allSettledLoggedWhole],
    ['the dashboard with allSettled', dashboardWithAllSettled],
    ['the image uploads', imageUploads],
    ['Promise.all wrapped in try', allWrappedInTry],
    ['allSettled checked first', allSettledChecked],
  ])('is right: %s', (_name, code) => {
    expect(judge(code, language).findings).toEqual([]);
  });
});
