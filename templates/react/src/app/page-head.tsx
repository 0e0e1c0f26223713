import { useStore } from '../store/store-context.ts';

interface PageHeadProps {
  /** Undefined while it is not known yet. */
  readonly title: string | undefined;
  readonly description?: string | undefined;
}

/** Title and description of a page, for the browser's tab and for search engines. */
export function PageHead({ title, description }: PageHeadProps) {
  const { settings } = useStore();
  return (
    <>
      <title>{title ? `${title} · ${settings.name}` : settings.name}</title>
      {description && <meta name="description" content={description} />}
    </>
  );
}
