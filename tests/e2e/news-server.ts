import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * All the web that a test's browser can reach: an HTTP proxy on this machine that plays the news sites itself.
 * So pages stand at the addresses of real sites, and every request that leaves the browser is on record.
 */
export interface NewsServer {
  readonly port: number;
  /** Puts a page at an address ("http://unn.ua/a"); a function is asked anew on each request. */
  readonly put: (url: string, body: string | Uint8Array | (() => string), headers?: Readonly<Record<string, string>>) => void;
  /** Answers all that stands under an address ("http://127.0.0.1:8099/feed/") by a function; `path` is what follows it. */
  readonly serve: (folder: string, answer: Answerer) => void;
  /** "GET http://unn.ua/a", "CONNECT example.org:443" …, in order. */
  readonly requests: readonly string[];
  /** The same requests with all that the browser said in them, by lower-case name; CONNECT is left out. */
  readonly heard: readonly { readonly request: string; readonly headers: IncomingHttpHeaders }[];
  readonly close: () => void;
}

export type Answerer = (path: string, request: IncomingMessage, response: ServerResponse) => void;

interface Served {
  readonly body: string | Uint8Array | (() => string);
  readonly headers: Readonly<Record<string, string>>;
}

export async function startNewsServer(): Promise<NewsServer> {
  const pages = new Map<string, Served>();
  const folders = new Map<string, Answerer>();
  const requests: string[] = [];
  const heard: { request: string; headers: IncomingHttpHeaders }[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    requests.push(`${request.method} ${request.url}`);
    heard.push({ request: `${request.method} ${request.url}`, headers: request.headers });
    const folder = [...folders.keys()].find((one) => request.url?.startsWith(one));
    if (folder !== undefined) {
      folders.get(folder)?.(request.url?.slice(folder.length) ?? '', request, response);
      return;
    }
    const page = pages.get((request.url ?? '').split(/[?#]/)[0] ?? '');
    if (!page) {
      // Without the header a browser does not tell a file that is not there from a host that is not.
      response.writeHead(404, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' }).end('Not here.\n');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...page.headers });
    response.end(typeof page.body === 'function' ? page.body() : page.body);
  };
  const server = createServer(answer);
  server.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Not here\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    put: (url, body, headers = {}) => void pages.set(url, { body, headers }),
    serve: (folder, answerer) => void folders.set(folder, answerer),
    requests,
    heard,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
