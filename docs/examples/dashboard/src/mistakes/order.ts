import { createServer } from 'node:http';

import { checkStock, processPayment, reserveShipping } from '../api.js';
import { sendCustomers } from '../customers.js';

// `createServer` does not look at the promise of its callback: one refused payment ends the shop.
const shop = createServer(async (_request, response) => {
  // ❌ no-unhandled-rejection
  const [, payment, shipping] = await Promise.all([
    checkStock(),
    processPayment(),
    reserveShipping(),
  ]);
  response.end(`paid with ${payment.receipt}, sent by ${shipping.carrier}`);
});

sendCustomers(shop);
