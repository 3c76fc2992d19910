import { uploadImage } from '../api.js';

const results = await Promise.allSettled(
  ['cat.png', 'dog.png', 'owl.png'].map((name) => uploadImage(name)),
);

const addresses = results
  .filter((result) => result.status === 'fulfilled')
  .map((result) => result.value);

const failures = results
  .filter((result) => result.status === 'rejected')
  .map((result) => String(result.reason));

console.log(`${String(addresses.length)} images: ${addresses.join(', ')}`);
console.log(`${String(failures.length)} failed: ${failures.join(', ')}`);
