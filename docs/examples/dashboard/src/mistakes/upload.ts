import { uploadImage } from '../api.js';

const results = await Promise.allSettled(
  ['cat.png', 'dog.png', 'owl.png'].map((name) => uploadImage(name)),
);

// The cast silences the compiler; the failed upload becomes the text "undefined".
const addresses = results.map(
  (result) => (result as PromiseFulfilledResult<string>).value, // ❌ no-unchecked-settled-result
);

console.log(
  `${String(addresses.length)} images: ${addresses.map(String).join(', ')}`,
);
