import { useEffect } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { PageHead } from '../app/page-head.tsx';
import { Breadcrumb } from '../catalog/breadcrumb.tsx';
import { useCatalog } from '../catalog/catalog-context.ts';
import { CatalogMenu } from '../catalog/catalog-menu.tsx';
import { categoriesAbove } from '../catalog/category-tree.ts';
import { links } from '../catalog/links.ts';
import { ApiError } from '../headlesspro/storefront.js';
import { Failure } from '../loading/failure.tsx';
import { NotFound } from '../loading/not-found.tsx';
import { useLoaded } from '../loading/use-loaded.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import { EmptyList } from './empty-list.tsx';
import styles from './listing-page.module.css';
import { type ListingState, listingQuery, type Place, readListing } from './listing-state.ts';
import { loadListing } from './load-listing.ts';
import { Paging } from './paging.tsx';
import { ProductGrid, ProductGridSkeleton } from './product-grid.tsx';
import { SortSelect } from './sort-select.tsx';

export function ListingPage({ kind }: { readonly kind: Place['kind'] }) {
  const { slug = '' } = useParams();
  return <Listing place={kind === 'all' ? { kind } : { kind, slug }} />;
}

function Listing({ place }: { readonly place: Place }) {
  const { api, settings } = useStore();
  const { selection, texts } = usePreferences();
  const catalog = useCatalog();
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const state = readListing(parameters);
  const { sort, trail } = state;
  const loaded = useLoaded(JSON.stringify([place, selection, sort, trail.at(-1)]), (signal) =>
    loadListing(api, place, { ...selection, sort, after: trail.at(-1) }, signal),
  );
  const show = (next: ListingState) => setParameters(listingQuery(next));

  // A cursor is good for one order and one currency: a link from before the change leads to the first page.
  const isStale = loaded.status === 'failed' && ApiError.is(loaded.error, 'invalid_cursor');
  useEffect(() => {
    if (isStale) setParameters(listingQuery({ sort, trail: [] }), { replace: true });
  }, [isStale, sort, setParameters]);

  // In another language a place has another slug.
  const { kind } = place;
  const slug = place.kind === 'all' ? undefined : place.slug;
  const ownSlug = loaded.status === 'ready' ? loaded.data.found?.slug : slug;
  const { search } = useLocation();
  useEffect(() => {
    if (kind === 'all' || ownSlug === undefined || ownSlug === slug) return;
    navigate({ pathname: links[kind](ownSlug), search }, { replace: true });
  }, [kind, ownSlug, slug, search, navigate]);

  if (loaded.status === 'failed' && !isStale) {
    if (ApiError.is(loaded.error, 'not_found')) return <NotFound />;
    return <Failure error={loaded.error} retry={loaded.retry} texts={texts} />;
  }
  // What was shown before may stay while its order or language changes, but not under another place's name.
  const isOfPlace = loaded.data?.found?.slug === slug || loaded.status === 'ready';
  const data = isOfPlace ? loaded.data : undefined;
  const title = place.kind === 'all' ? texts.allProducts : data?.found?.name;
  const description = data?.found?.description ?? '';
  const parents = categoriesAbove(data?.found, catalog?.categories ?? []);
  return (
    <>
      <PageHead title={title} description={description || texts.storeDescription(settings.name)} />
      <div className={styles.page}>
        <CatalogMenu />
        <section
          className={styles.results}
          aria-labelledby="list-title"
          aria-busy={loaded.status === 'loading'}
        >
          {kind !== 'all' && <Breadcrumb categories={parents} />}
          <header className={styles.header}>
            <div>
              <h1 id="list-title">{title ?? <span className={`skeleton ${styles.titleSkeleton}`} />}</h1>
              {description && <p className={styles.description}>{description}</p>}
            </div>
            <SortSelect place={place} sort={sort} onChange={(chosen) => show({ sort: chosen, trail: [] })} />
          </header>
          {!data && <ProductGridSkeleton />}
          {data && data.products.length === 0 && (
            <EmptyList isWholeStore={place.kind === 'all' && trail.length === 0} />
          )}
          {data && data.products.length > 0 && (
            <ProductGrid products={data.products} isDimmed={loaded.status === 'loading'} />
          )}
          {data && <Paging state={state} next={data.next} />}
        </section>
      </div>
    </>
  );
}
