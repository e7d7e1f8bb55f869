import { useState } from 'preact/hooks';
import type { EntityId } from '../../core/profile.ts';
import { date, isolated, list } from '../../locales/format.ts';
import { ui } from '../../locales/ui.ts';
import type { ArticleView } from '../../platform/messages.ts';
import { Asking } from '../Asking.tsx';
import { useAsked } from '../asked.ts';
import { Emphasised } from '../Evidence.tsx';
import { atSentence } from '../links.ts';
import { Outside } from '../Outside.tsx';
import { EntityName } from './EntityName.tsx';
import type { ViewProps } from './view.ts';

interface ArticleListProps extends ViewProps {
  /** In the order in which they are shown. */
  readonly ids: readonly number[];
  /** Whose sentences are shown. */
  readonly of: readonly EntityId[];
  readonly text?: string;
  readonly atOnce?: number;
}

/** Articles with their sentences; each opens where it stands. */
export function ArticleList(props: ArticleListProps) {
  const { api, ids, of, text = '', atOnce = 20 } = props;
  const [more, setMore] = useState({ of: ids, shown: atOnce });
  const shown = more.of === ids ? more.shown : atOnce;
  const asked = ids.slice(0, Math.min(shown, 200));
  const [views, again] = useAsked(() => api.articles({ ids: asked, of: of.slice(0, 50), text }), `${asked.join()} ${of.join()} ${text}`);
  if (ids.length === 0) return <p class="empty">{ui.explorer.noArticle}</p>;
  return (
    <>
      <Asking asked={views} what={ui.reader.what.articles} again={() => void again()}>
        {(articles) => (
          <ol class="articles">
            {articles.map((article) => (
              <li key={article.id}>
                <Article {...props} article={article} />
              </li>
            ))}
          </ol>
        )}
      </Asking>
      {ids.length > asked.length ? (
        <button type="button" class="button" onClick={() => setMore({ of: ids, shown: shown + atOnce })} disabled={asked.length >= 200}>
          {asked.length >= 200 ? ui.explorer.narrow : ui.explorer.more(ids.length - asked.length)}
        </button>
      ) : undefined}
    </>
  );
}

const MOST_NAMES = 12;

function Article({ article, log, of, open }: ArticleListProps & { readonly article: ArticleView }) {
  const when = article.published === undefined ? ui.profile.read(date(article.date)) : date(article.published);
  const quoted = new Set([...of, ...article.sentences.flatMap(({ spans }) => spans.map(({ id }) => id))]);
  const named = article.named.filter(({ id }) => !quoted.has(id));
  return (
    <article class="article">
      <h3>
        <Outside address={article.url} words={article.title === '' ? article.url : article.title} />
      </h3>
      <p class="muted">
        <bdi>{article.publisher}</bdi>
        {article.author === undefined ? '' : `, ${ui.profile.author(article.author)}`}, {when}
        {article.partial ? `, ${ui.profile.onlyBeginning}` : ''}
      </p>
      {article.also === undefined ? undefined : (
        <p class="muted">{ui.profile.alsoAt(list(article.also.map(({ publisher }) => isolated(publisher))))}</p>
      )}
      {article.sentences.map((sentence) => (
        <blockquote key={sentence.text} dir="auto">
          <Emphasised text={sentence.text} spans={sentence.spans} />{' '}
          <Outside address={atSentence(article.url, sentence.text)} words={ui.explorer.openThere} />
        </blockquote>
      ))}
      {named.length === 0 ? undefined : (
        <p class="named">
          <span class="muted">{ui.explorer.named}</span>{' '}
          {named.slice(0, MOST_NAMES).map(({ id }) => (
            <EntityName key={id} log={log} id={id} open={open} />
          ))}
          {named.length > MOST_NAMES ? <span class="muted">{ui.explorer.andOthers(named.length - MOST_NAMES)}</span> : undefined}
        </p>
      )}
    </article>
  );
}
