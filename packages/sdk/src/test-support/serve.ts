import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server for one test. */
export interface TestServer extends AsyncDisposable {
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** What was asked so far, for example `GET /v1/statistics`. */
  readonly requests: readonly ServedRequest[];
}

/** What a server was asked. */
export interface ServedRequest {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** How a server answers its requests, one after the other; the last one answers all that follow. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts a real HTTP server on loopback. */
export async function serve(...behaviours: readonly Behaviour[]): Promise<TestServer> {
  const requests: ServedRequest[] = [];
  const server = createServer(async (request, response) => {
    const behave = behaviours[Math.min(requests.length, behaviours.length - 1)];
    const { headers, method, url } = request;
    const entry = { line: `${method} ${url}`, headers, body: '' };
    requests.push(entry);
    for await (const chunk of request) entry.body += chunk;
    behave?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers JSON, or a problem where the status is an error. */
export function answer(
  status: number,
  content: unknown,
  headers: Readonly<Record<string, string>> = {},
): Behaviour {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return (_request, response) => {
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(JSON.stringify(content));
  };
}

/** Answers a problem as the register does. */
export function refuse(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): Behaviour {
  const problem = {
    type: `urn:problem-type:diplomaregister:${code}`,
    title: 'It did not work',
    status,
    detail: 'It did not work for a reason.',
    instance: 'urn:uuid:0b2f6f5e-3f57-4f26-9f0d-1f3f9d0f6a11',
  };
  return answer(status, problem, headers);
}

/** Ends the connection instead of answering. */
export const reset: Behaviour = (request) => {
  request.socket.resetAndDestroy();
};

/** Begins an answer and breaks off. */
export const truncate: Behaviour = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"items": [', () => request.socket.destroy());
};

/** Never answers. */
export const stall: Behaviour = () => {};

/** Answers as another, but after so many milliseconds. */
export function late(milliseconds: number, behaviour: Behaviour): Behaviour {
  return (request, response) => {
    const timer = setTimeout(behaviour, milliseconds, request, response);
    response.on('close', () => clearTimeout(timer));
  };
}

/** Sends one more space every so many milliseconds, for as long as anybody reads. */
export function endlessly(milliseconds: number, type: string): Behaviour {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': type });
    const timer = setInterval(() => response.write(' '), milliseconds);
    response.on('close', () => clearInterval(timer));
  };
}

/** Sends elsewhere. */
export function redirect(status: number, location: string): Behaviour {
  return (_request, response) => {
    response.writeHead(status, { location }).end();
  };
}

/** What a captive portal answers to everything. */
export const html: Behaviour = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<!doctype html><p>Welcome to the wifi of this hotel');
};

/** Answers any text. */
export function text(status: number, type: string, content: string): Behaviour {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(content);
  };
}

/** Begins an answer, and sends spaces for as long as anybody reads. */
export function endless(
  type: string,
  status = 200,
  begin = '',
  headers: Readonly<Record<string, string>> = {},
): Behaviour {
  return (_request, response) => {
    const spaces = Buffer.alloc(256 * 1024, ' ');
    const more = () => {
      if (response.destroyed) return;
      if (response.write(spaces)) setImmediate(more);
      else response.once('drain', more);
    };
    response.writeHead(status, { 'content-type': type, ...headers });
    response.write(begin);
    more();
  };
}
