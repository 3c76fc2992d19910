/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- what goes from one process to the other has the type that both sides agree on */
import { fork } from 'node:child_process';

/** How a process ended before it had answered everything. */
export interface Ending {
  reason: string;
}

/**
 * Gives a job to a script in a process of its own: a program of types takes gigabytes that only the
 * end of a process gives back. Each answer goes to `onAnswer`. Where a `patience` is given, in milliseconds, the
 * process is ended, and that is said, when it is silent for longer; `undefined` says that it ran to its end.
 */
export function inProcessOfItsOwn<Answer>(
  script: string,
  job: object,
  onAnswer: (answer: Answer) => void,
  patience?: number,
): Promise<Ending | undefined> {
  return new Promise((resolve, reject) => {
    const child = fork(script, {
      env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=6000' },
    });
    let isSilent = false;
    const giveUp = (): void => {
      isSilent = true;
      child.kill('SIGKILL');
    };
    let timer: NodeJS.Timeout | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = patience === undefined ? undefined : setTimeout(giveUp, patience);
    };
    wait();
    child.on('message', (message) => {
      wait();
      onAnswer(message as Answer);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (isSilent) {
        resolve({ reason: `no answer in ${String((patience ?? 0) / 1000)} s` });
      } else {
        resolve(
          code === 0
            ? undefined
            : { reason: `ended with ${String(code ?? signal)}` },
        );
      }
    });
    child.send(job);
  });
}

/** The other side: does the job that the process is given, and ends it when every answer has been sent. */
export function doJob<Job, Answer>(
  work: (job: Job, answer: (answer: Answer) => void) => void,
): void {
  process.once('message', (job) => {
    let waiting = 1;
    const sent = (): void => {
      waiting--;
      if (waiting === 0) {
        process.disconnect();
      }
    };
    work(job as Job, (answer) => {
      waiting++;
      process.send?.(answer, sent);
    });
    sent();
  });
}
