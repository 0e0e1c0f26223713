import { useState } from 'react';
import { Picture } from '../catalog/picture.tsx';
import type { ProductMedia } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './gallery.module.css';

interface GalleryProps {
  readonly pictures: readonly ProductMedia[];
  /** The picture of what is chosen, shown until another one is asked for. */
  readonly first: ProductMedia | undefined;
}

export function Gallery({ pictures, first }: GalleryProps) {
  const { locale, texts } = usePreferences();
  const [asked, setAsked] = useState<{ readonly mediaId: string; readonly under: string | undefined }>();
  // Choosing another variant shows its picture, whatever was looked at before.
  const mediaId = asked && asked.under === first?.mediaId ? asked.mediaId : first?.mediaId;
  const shown = pictures.find((picture) => picture.mediaId === mediaId) ?? pictures[0];
  const number = new Intl.NumberFormat(locale);
  return (
    <section className={styles.gallery} aria-label={texts.pictures}>
      <Picture key={shown?.mediaId} className={styles.shown} media={shown} isUrgent />
      {pictures.length > 1 && (
        <ul className={styles.thumbnails}>
          {pictures.map((picture, index) => (
            <li key={picture.mediaId}>
              <button
                type="button"
                aria-label={texts.picture(number.format(index + 1), number.format(pictures.length))}
                aria-pressed={picture === shown}
                onClick={() => setAsked({ mediaId: picture.mediaId, under: first?.mediaId })}
              >
                <Picture media={{ ...picture, alt: '' }} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
