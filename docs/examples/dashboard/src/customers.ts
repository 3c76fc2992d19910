import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Two customers order at a shop, one after the other, and say what they were told. */
export function sendCustomers(shop: Server): void {
  shop.listen(0, '127.0.0.1', () => {
    const { port } = shop.address() as AddressInfo;
    void order(`http://127.0.0.1:${String(port)}`).finally(() => {
      shop.close();
      shop.closeAllConnections();
    });
  });
}

async function order(url: string): Promise<void> {
  for (const customer of ['First', 'Second']) {
    const answer = await fetch(url).then(
      (response) => response.text(),
      () => 'no answer',
    );
    console.log(`${customer} customer: ${answer}`);
  }
}
