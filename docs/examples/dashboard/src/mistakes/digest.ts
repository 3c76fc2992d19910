import { fetchActivity, fetchNotifications } from '../api.js';

/** Prints the digest now, and again every minute. */
export function startDigest(): void {
  // ❌ no-unhandled-rejection
  Promise.all([fetchNotifications(), fetchActivity()]).then((sections) => {
    console.log(sections.flat().join('\n'));
  });

  setInterval(async () => {
    // ❌ no-unhandled-rejection
    const sections = await Promise.all([fetchNotifications(), fetchActivity()]);
    console.log(sections.flat().join('\n'));
  }, 60_000);
}
