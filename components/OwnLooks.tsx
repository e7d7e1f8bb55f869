import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { DEFAULT_LOOKS } from '../core/look.ts';
import type { Desk } from './api.ts';
import { useAsked } from './asked.ts';
import { ReaderLooks } from './Name.tsx';

interface OwnLooksProps {
  readonly desk: Pick<Desk, 'readSettings' | 'onSettings'>;
  readonly children: ComponentChildren;
}

/** Draws names in a window of ours as the reader wants them marked on pages. */
export function OwnLooks({ desk, children }: OwnLooksProps) {
  const [settings, again] = useAsked(() => desk.readSettings(), 'settings');
  useEffect(() => desk.onSettings(() => void again()), [desk, again]);
  return <ReaderLooks.Provider value={settings.state === 'ready' ? settings.value : DEFAULT_LOOKS}>{children}</ReaderLooks.Provider>;
}
