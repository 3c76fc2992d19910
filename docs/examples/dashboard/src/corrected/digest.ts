import { fetchActivity, fetchNotifications } from '../api.js';

/** Prints the digest now, and again every minute. */
export function startDigest(): void {
  printDigest().catch(reportMissingDigest);

  setInterval(() => {
    printDigest().catch(reportMissingDigest);
  }, 60_000);
}

// Who calls this may handle the rejection, so that nothing is wrong here.
async function printDigest(): Promise<void> {
  const sections = await Promise.all([fetchNotifications(), fetchActivity()]);
  console.log(sections.flat().join('\n'));
}

function reportMissingDigest(error: unknown): void {
  console.error('No digest this time:', error);
}
