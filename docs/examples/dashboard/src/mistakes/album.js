import { uploadImage } from '../api.js';

/**
 * Plain JavaScript, where no compiler complains.
 *
 * @param {string[]} names
 */
export async function uploadAlbum(names) {
  const results = await Promise.allSettled(names.map(uploadImage));
  return results.map((result) => result.value); // ❌ no-unchecked-settled-result
}
