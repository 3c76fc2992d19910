import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Endpoint {
  answer: unknown;
  /** Every n-th request fails; an endpoint without it never does. */
  failsEvery?: number;
}

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  '/user': { answer: { name: 'Ada' } },
  '/notifications': { answer: ['Build is green', 'Review?'], failsEvery: 2 },
  '/activity': { answer: ['pushed 3 commits', 'closed an issue'] },
  '/stock': { answer: { reserved: true } },
  '/payment': { answer: { receipt: 'R-17' }, failsEvery: 2 },
  '/shipping': { answer: { carrier: 'bicycle' } },
  '/images': { answer: { stored: true }, failsEvery: 3 },
};

/** A back end on the loopback interface that fails now and then, on the same requests in every run. */
export interface Backend {
  url: string;
  close: () => void;
}

export async function startBackend(): Promise<Backend> {
  const requests = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const endpoint = ENDPOINTS[path];
    const count = (requests.get(path) ?? 0) + 1;
    requests.set(path, count);
    if (endpoint === undefined) {
      response.writeHead(404).end();
    } else if (count % (endpoint.failsEvery ?? Infinity) === 0) {
      response.writeHead(503).end();
    } else {
      response.end(JSON.stringify(endpoint.answer));
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
