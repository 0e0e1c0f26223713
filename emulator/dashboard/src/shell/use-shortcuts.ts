import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { places } from './places.ts';

const secondKeyMilliseconds = 1200;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Ctrl or Cmd and K open the palette; `g` and a letter go to a view; `/` goes to its filter. */
export function useShortcuts(openPalette: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    let pressed = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        openPalette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/') {
        const filter = document.querySelector<HTMLInputElement>('input[type="search"]');
        if (filter) event.preventDefault();
        filter?.focus();
        return;
      }
      const keys = `${pressed} ${event.key}`.trim();
      const place = places.find((candidate) => candidate.keys === keys);
      clearTimeout(timer);
      pressed = event.key === 'g' ? 'g' : '';
      timer = setTimeout(() => {
        pressed = '';
      }, secondKeyMilliseconds);
      if (place) void navigate(place.path);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [navigate, openPalette]);
}
