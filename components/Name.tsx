import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { DEFAULT_LOOKS } from '../core/look.ts';
import type { Certainty } from '../core/mention.ts';
import type { Kind } from '../core/profile.ts';
import { ownMark } from './kinds.ts';

/** How the reader wants the marks to look. */
export const ReaderLooks = createContext(DEFAULT_LOOKS);

/** A name with the line of its kind, as it is marked on pages. */
export function Name({ name, kind, certainty = 'sure' }: { readonly name: string; readonly kind: Kind; readonly certainty?: Certainty }) {
  const looks = useContext(ReaderLooks);
  const tinted = certainty === 'sure' && looks.looks[kind].line === 'tint';
  return (
    <bdi class={tinted ? 'marked tinted' : 'marked'} style={ownMark(kind, certainty, looks)}>
      {name}
    </bdi>
  );
}
