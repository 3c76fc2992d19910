import { type Case, catalogue, proofs } from '../asked.ts';

const GIVEN = `
declare const expect: any, assert: any, t: any, failIf: any, invariant: any, other: any;
const settle = async (): Promise<any> => Promise.allSettled(items.map(load));
const rs: any = await settle();
`;

/** Asks about `rs[0].value`, read behind an assertion. */
function behind([name, assertion, answer]: readonly [
  string,
  string,
  string,
]): Case {
  return [name, `${GIVEN}${assertion}\nlog(rs[0].value);`, answer];
}

catalogue(
  'what is known of a result behind an assertion?',
  proofs,
  (
    [
      [
        'that a comparison holds',
        "assert(rs[0].status === 'fulfilled');",
        'fulfilled',
      ],
      [
        'that a comparison holds, with a message',
        "assert(rs[0].status === 'fulfilled', 'it failed');",
        'fulfilled',
      ],
      [
        'that a comparison holds, by a method',
        "assert.ok(rs[0].status === 'fulfilled');",
        'fulfilled',
      ],
      [
        'that a comparison holds, by an invariant',
        "invariant(rs[0].status !== 'rejected', 'it failed');",
        'fulfilled',
      ],
      [
        'that another comparison does not hold',
        "assert(!(rs[0].status === 'rejected'));",
        'fulfilled',
      ],
      [
        'that all of them are as they should be',
        "assert(rs.every((r: any) => r.status === 'fulfilled'));",
        'fulfilled',
      ],
      [
        'that one of them is as it should be',
        "assert(rs.some((r: any) => r.status === 'fulfilled'));",
        'unknown',
      ],
      [
        'that a comparison does not hold',
        "assert.isFalse(rs[0].status === 'rejected');",
        'unknown',
      ],
      [
        'that a comparison does not hold, by a name',
        "failIf(rs[0].status === 'rejected');",
        'unknown',
      ],
      [
        'that a comparison does not hold, by a matcher',
        "expect(rs[0].status === 'rejected').toBeFalsy();",
        'unknown',
      ],
      [
        'that a comparison does not hold, by a chain of words',
        "assert(rs[0].status === 'rejected').to.be.false;",
        'unknown',
      ],
      [
        'that a comparison gives something',
        "expect(rs[0].status === 'rejected').toBe(false);",
        'unknown',
      ],
      ['that something is true of it', 'assert(other(rs[0]));', 'unknown'],
      [
        'that two values are equal',
        "assert.equal(rs[0].status, 'fulfilled');",
        'fulfilled',
      ],
      [
        'that a value matches',
        "expect(rs[0].status).toBe('fulfilled');",
        'fulfilled',
      ],
      [
        'that a value matches in part',
        "expect(rs[0].status).toMatch('fulfilled');",
        'unknown',
      ],
      [
        'that a value does not match',
        "expect(rs[0].status).not.toBe('fulfilled');",
        'unknown',
      ],
      [
        'that a value matches nothing',
        'expect(rs[0].status).toBe();',
        'unknown',
      ],
      ['that a value equals nothing', 'assert.equal(rs[0].status);', 'unknown'],
      [
        'that a value matches, where nothing is called',
        'expect(rs[0].status).toBe;',
        'unknown',
      ],
    ] as const
  ).map(behind),
);

catalogue('what is known of a result that an assertion reads?', proofs, [
  ['nothing', `${GIVEN}assert(rs[0].value);`, 'unknown'],
  ['nothing, in a chain', `${GIVEN}expect(rs[0].value).toBe(1);`, 'unknown'],
  [
    'nothing, in an object',
    `${GIVEN}expect({ all: [rs[0].value] }).toEqual(other);`,
    'unknown',
  ],
  [
    'what it is where its value checks something itself',
    `${GIVEN}rs[0].value.validate(other);`,
    'either',
  ],
  [
    'what it is where a function in the assertion reads it',
    `${GIVEN}const get = () => { log(rs[0].value); };\nexpect(get).toThrow();`,
    'either',
  ],
]);
