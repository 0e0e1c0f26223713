import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useRef } from 'react';

/** A row in sight, or close to it. */
interface VirtualRow<Item> {
  readonly item: Item;
  readonly key: string | number;
  /** Among all of them, from 0. */
  readonly place: number;
}

interface VirtualRowsOptions<Item> {
  /** Pixels. */
  readonly rowHeight: number;
  /** Told by their places unless given. */
  readonly keyOf?: (item: Item) => string;
  /** Asked when the end comes in sight. */
  readonly onEnd: () => void;
}

const overscan = 8;
/** So many rows before the last one, more are asked for. */
const closeToEnd = 20;

/** Thousands of rows of one height, of which those in sight are in the page. */
export function useVirtualRows<Item>(
  items: readonly Item[],
  { rowHeight, keyOf, onEnd }: VirtualRowsOptions<Item>,
) {
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - closeToEnd) onEnd();
  }, [last, items.length, onEnd]);
  const height = virtual.getTotalSize();
  const rows = shown.flatMap(({ index: place }): VirtualRow<Item>[] => {
    const item = items[place];
    return item === undefined ? [] : [{ item, place, key: keyOf?.(item) ?? place }];
  });
  return {
    /** Of the element that scrolls. */
    scroll,
    rows,
    height,
    /** Pixels that lie before the rows, and behind them. */
    before: shown[0]?.start ?? 0,
    after: height - (shown.at(-1)?.end ?? 0),
    /** Where a row lies that is placed by itself. */
    styleOf: (place: number): CSSProperties => ({
      ...{ height: rowHeight, transform: `translateY(${place * rowHeight}px)` },
    }),
    scrollTo: (place: number) => virtual.scrollToIndex(place, { align: 'auto' }),
  };
}
