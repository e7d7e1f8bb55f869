import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname } from 'node:path';

export interface ServedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Server {
  /** Addresses of the files, in their order. */
  readonly urls: readonly string[];
  readonly close: () => void;
}

/** Serves files on this machine only, byte for byte, each at an address that ends in its own name. */
export async function serveFiles(files: readonly ServedFile[]): Promise<Server> {
  const paths = files.map((file, i) => `/${i + 1}/${encodeURIComponent(basename(file.path))}`);
  const server = createServer((request, response) => {
    const file = files[paths.indexOf(request.url?.split(/[?#]/)[0] ?? '')];
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not here.\n');
      return;
    }
    response
      .writeHead(200, { 'content-type': contentType(file), 'content-length': file.bytes.length, 'cache-control': 'no-store' })
      .end(file.bytes);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urls: paths.map((path) => `http://127.0.0.1:${port}${path}`),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** HTML states its own encoding; plain text cannot, so it is said to be UTF-8 if it is. */
export function contentType(file: ServedFile): string {
  if (['.html', '.htm', '.xhtml'].includes(extname(file.path).toLowerCase())) return 'text/html';
  return isUtf8(file.bytes) ? 'text/plain; charset=utf-8' : 'text/plain';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
