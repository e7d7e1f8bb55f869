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

/** HTML mostly states its own encoding; plain text, and HTML that does not, is said to be UTF-8 if it is. */
export function contentType(file: ServedFile): string {
  const html = ['.html', '.htm', '.xhtml'].includes(extname(file.path).toLowerCase());
  const stated = html && /charset/i.test(new TextDecoder('latin1').decode(file.bytes.subarray(0, 1024)));
  return `text/${html ? 'html' : 'plain'}${!stated && isUtf8(file.bytes) ? '; charset=utf-8' : ''}`;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
