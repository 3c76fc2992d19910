// Runs the example's programs, each mistake before its correction, each against a back end of its
// own that fails on the same requests every time. Exits with 1 where a program ends otherwise than
// its caption says.
import { execFile } from 'node:child_process';
import path from 'node:path';

import { startBackend } from './dist/server.js';

const ACTS = [
  {
    title: 'The dashboard, loaded twice',
    program: 'dashboard.js',
    runs: 2,
    before: 'one failed section leaves a blank page',
    diesBefore: true,
    after: 'the page says which section failed, and shows the others',
  },
  {
    title: 'The shop, two customers',
    program: 'order.js',
    runs: 1,
    before: 'one refused payment ends the whole server',
    diesBefore: true,
    after: 'the customer is told',
  },
  {
    title: 'Three images uploaded',
    program: 'upload.js',
    runs: 1,
    before: 'a failed upload becomes the address "undefined"',
    diesBefore: false,
    after: 'the failed upload is known as one',
  },
];

for (const { title, program, runs, before, diesBefore, after } of ACTS) {
  console.log(`\n${title}\n${'='.repeat(title.length)}`);
  const mistake = path.join('mistakes', program);
  const correction = path.join('corrected', program);
  const died = await show(`Before: ${before}`, mistake, runs);
  const diedAgain = await show(`After: ${after}`, correction, runs);
  if (died !== diesBefore || diedAgain) {
    process.exitCode = 1;
  }
}

/** Runs a program some times, shows what its reader sees, and says whether it died of it. */
async function show(caption, program, runs) {
  console.log(`\n${caption}`);
  const backend = await startBackend();
  let died = false;
  for (let run = 0; run < runs; run++) {
    const { output, error } = await runProgram(program, backend.url);
    const lines = output === '' ? ['(blank)'] : output.split('\n');
    console.log(['', ...lines].join('\n  | '));
    if (error !== undefined) {
      died = true;
      console.log(`  ! the program died of an unhandled rejection: ${error}`);
    }
  }
  backend.close();
  return died;
}

/** What a program printed, and the error that ended it where one did. */
function runProgram(program, url) {
  const file = path.join(import.meta.dirname, 'dist', program);
  const env = { ...process.env, API_URL: url };
  return new Promise((resolve) => {
    execFile(process.execPath, [file], { env }, (failure, stdout, stderr) => {
      const [, error] = /^Error: (.*)$/mu.exec(stderr) ?? [];
      resolve({
        output: stdout.trimEnd(),
        error: failure ? (error ?? stderr) : undefined,
      });
    });
  });
}
