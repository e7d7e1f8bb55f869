export const words = (all: string): readonly string[] => all.split(' ');

/** Elements whose text is never read, by name: what no reader sees as text of the page, and what somebody writes in. */
export const NEVER_READ = words(
  'script style noscript textarea input select code kbd samp svg math iframe object canvas video audio head rt rp muster-card',
);
