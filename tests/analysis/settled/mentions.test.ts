import { type Case, catalogue, proofs } from '../asked.ts';

// Results without a type, so that the compiler narrows nothing and each answer is the code's own.
const GIVEN = `
type F = PromiseFulfilledResult<string>;
declare const other: any;
const settle = async (): Promise<any> => Promise.allSettled(items.map(load));
const rs: any = await settle();
`;

/** Asks about `rs[0].value`, read behind some statements of a function. */
function behind([name, statements, answer]: readonly [
  string,
  string,
  string,
]): Case {
  return [
    name,
    `${GIVEN}class A { async f() { ${statements} log(rs[0].value); } }`,
    answer,
  ];
}

catalogue(
  'what is known of a result behind a look at another name?',
  proofs,
  (
    [
      ['nothing', 'if (other) return;', 'either'],
      ['that something is there', 'if (other === undefined) return;', 'either'],
      [
        'one of them, whether it is there',
        'const [a] = rs; if (!a) return;',
        'either',
      ],
      [
        'some of them, whether they are there',
        'const [a, b] = rs; if (!a || !b) return;',
        'either',
      ],
      [
        'one of them, whether it is there, by an index',
        'let a = rs[0]; if (!a) return;',
        'either',
      ],
      [
        'one of them, whether it is there, by another name',
        'let all = rs; let a = all[0]; if (!a) return;',
        'either',
      ],
      [
        'each of them, whether it is there',
        'for (const a of rs) if (!a) return;',
        'either',
      ],
      [
        'each of them, whether it is there, in a callback',
        'rs.forEach((a: any) => { if (!a) throw 1; });',
        'either',
      ],
      [
        'a reason',
        'let reason = rs[0].reason; if (reason) throw reason;',
        'either unknown',
      ],
      [
        'a reason by its text',
        "let reason = rs[0]['reason']; if (reason) throw reason;",
        'either unknown',
      ],
      [
        'a reason that a pattern takes',
        'const { reason } = rs[0]; if (reason) throw reason;',
        'either unknown',
      ],
      [
        'the first of what was computed',
        'const [failed] = other(rs); if (failed) return;',
        'unknown',
      ],
      [
        'what was computed, twice',
        'const kind = other(rs); if (kind === 1) log(); if (kind === 2) return;',
        'unknown',
      ],
      [
        'what was computed in a pattern',
        'const { failed } = other(rs); if (failed) return;',
        'unknown',
      ],
      [
        'what was written under a condition',
        'let isBad = false; if (other(rs)) isBad = true; if (isBad) return;',
        'unknown',
      ],
      [
        'what was counted',
        "let failed = 0; for (const r of rs) if (r.status === 'rejected') failed++; if (failed) return;",
        'unknown',
      ],
      [
        'what was collected',
        'const failed: any[] = []; failed.push(other(rs)); if (failed[0]) return;',
        'unknown',
      ],
      [
        'what was written of something else',
        'let isBad = false; if (other()) isBad = true; if (isBad) return;',
        'either',
      ],
      [
        'a condition outside of what was written',
        'if (isReady) { let isBad = false; isBad = other(); if (isBad) return; }',
        'either',
      ],
      [
        'two names for each other',
        'let a: any, b: any; a = b; b = a; if (a) return;',
        'either',
      ],
      [
        'two names for each other that get nothing else',
        'var a: any = b; var b: any = a; if (a) return;',
        'either',
      ],
      [
        'two names for each other, one of which was computed',
        'let a: any, b: any; a = b; b = a; a = other(rs); if (a) log(); if (b) return;',
        'unknown',
      ],
      [
        'three names for each other',
        'let a: any, b: any, c: any; a = b; b = c; c = b; b = a; if (a) return;',
        'either',
      ],
      [
        'the arguments of the function',
        'if (arguments.length === 0) return;',
        'either',
      ],
      ['a type', 'const a = other as typeof rs; if (a.ok) return;', 'either'],
      [
        'a shorthand',
        'const seen = other({ rs }); if (seen) return;',
        'unknown',
      ],
      [
        'a shorthand of something else',
        'const seen = other({ items }); if (seen) return;',
        'either',
      ],
    ] as const
  ).map(behind),
);

catalogue('what is known of a result that was waited for again?', proofs, [
  [
    'whether each is there',
    `${GIVEN}const pending: any = settle();\nfor (const r of await pending) if (!r) throw 1;\nlog((await pending)[0].value);`,
    'either',
  ],
  [
    'a status',
    `${GIVEN}const pending: any = settle();\nfor (const r of await pending) if (r.status === 'rejected') throw 1;\nlog((await pending)[0].value);`,
    'unknown',
  ],
]);

catalogue('what is known of a result in a field?', proofs, [
  [
    'nothing, wherever it is looked at',
    `class A { #rs: PromiseSettledResult<string>[] = []; async f() { this.#rs = await Promise.allSettled([load()]); if (this.#rs.some((r) => r.status === 'rejected')) throw 1; log((this.#rs[0] as PromiseFulfilledResult<string>).value); } }`,
    'unknown',
  ],
]);
