import { safeHref } from './links.ts';

/** A link that leaves Muster; text if the address is not one of the web. */
export function Outside({ address, words }: { readonly address: string | undefined; readonly words: string }) {
  const href = safeHref(address);
  if (href === undefined) return <span dir="auto">{words}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" dir="auto">
      {words}
    </a>
  );
}
