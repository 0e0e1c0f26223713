import type { ProductMedia } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import styles from './picture.module.css';

interface PictureProps {
  readonly media: Pick<ProductMedia, 'url' | 'alt' | 'width' | 'height'> | undefined;
  /** Loaded first; else when it comes near. */
  readonly isUrgent?: boolean;
  readonly className?: string | undefined;
}

/** A product picture in the shop's one format, or a quiet place where there is none. */
export function Picture({ media, isUrgent = false, className = '' }: PictureProps) {
  const { url } = useStore();
  const { texts } = usePreferences();
  const classes = `${styles.picture} ${className}`;
  if (!media)
    return <div className={`${classes} ${styles.missing}`} role="img" aria-label={texts.noPicture} />;
  return (
    <img
      className={classes}
      src={new URL(media.url, url).href}
      alt={media.alt}
      width={media.width ?? undefined}
      height={media.height ?? undefined}
      loading={isUrgent ? 'eager' : 'lazy'}
      decoding="async"
    />
  );
}
