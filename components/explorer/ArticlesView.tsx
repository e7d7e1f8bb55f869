import { useMemo } from 'preact/hooks';
import { articlesWith } from '../../core/tally.ts';
import { ui } from '../../locales/ui.ts';
import { Asking } from '../Asking.tsx';
import { useAsked } from '../asked.ts';
import { ArticleList } from './ArticleList.tsx';
import type { ViewProps } from './view.ts';

/** Every article that was read and names somebody; searched in titles and kept sentences. */
export function ArticlesView(props: ViewProps) {
  const { log, tally, place, go, find } = props;
  const text = place.text.trim();
  const named = useMemo(() => articlesWith(log.ledger, tally, place.ids), [log, tally, place.ids.join()]);
  const [found, again] = useAsked(async () => (text === '' ? undefined : await find(text)), text);
  return (
    <section aria-labelledby="articles-heading">
      <h2 id="articles-heading">{ui.explorer.view.articles}</h2>
      <input
        type="search"
        class="field wide"
        aria-label={ui.explorer.searchSentences}
        placeholder={ui.explorer.searchSentences}
        value={place.text}
        onInput={(event) => go({ ...place, text: event.currentTarget.value }, true)}
      />
      <Asking asked={found} what={ui.reader.what.articles} again={() => void again()}>
        {(hits) => {
          const ids = hits === undefined ? named : named.filter((id) => hits.has(id));
          return (
            <>
              <p class="muted" role="status">
                {ui.explorer.articles(ids.length)}
              </p>
              <ArticleList key={text} {...props} ids={ids} of={place.ids} text={text} />
            </>
          );
        }}
      </Asking>
    </section>
  );
}
