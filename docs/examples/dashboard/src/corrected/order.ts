import { createServer } from 'node:http';

import { checkStock, processPayment, reserveShipping } from '../api.js';
import { sendCustomers } from '../customers.js';

// All three must succeed, and the customer is told where they do not.
const shop = createServer(async (_request, response) => {
  try {
    const [, payment, shipping] = await Promise.all([
      checkStock(),
      processPayment(),
      reserveShipping(),
    ]);
    response.end(`paid with ${payment.receipt}, sent by ${shipping.carrier}`);
  } catch (error) {
    response.writeHead(502).end(`order refused, ${String(error)}`);
  }
});

sendCustomers(shop);
