interface Manifest {
  readonly content_scripts?: readonly { readonly matches?: readonly string[] }[] | undefined;
}

/** Whether a host is one of the sites that the extension came with, told by the patterns in its own manifest. */
export function isPackagedSite(manifest: Manifest, host: string): boolean {
  const patterns = manifest.content_scripts?.flatMap((script) => script.matches ?? []) ?? [];
  return patterns.some((pattern) => {
    const wanted = /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1];
    if (wanted === undefined) return false;
    return wanted.startsWith('*.') ? host === wanted.slice(2) || host.endsWith(wanted.slice(1)) : host === wanted;
  });
}
