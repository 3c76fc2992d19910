import { uploadImage } from '../api.js';

/**
 * @param {string[]} names
 */
export async function uploadAlbum(names) {
  const results = await Promise.allSettled(names.map(uploadImage));
  return results.map((result) =>
    result.status === 'fulfilled' ? result.value : '/gallery/placeholder.png',
  );
}
