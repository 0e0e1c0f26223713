import { Command } from 'cmdk';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { idOfRecord } from '../contract/collections.ts';
import { useSession } from '../session/session-context.ts';
import { places } from './places.ts';
import './command-palette.css';

interface CommandPaletteProps {
  readonly onClose: () => void;
  readonly onTurnTheme: () => void;
}

interface Address {
  readonly name: string;
  readonly url: string;
}

/** Everything by the keyboard: go to a view, look for an id or a text, open a page, copy a key. */
export default function CommandPalette({ onClose, onTurnTheme }: CommandPaletteProps) {
  const { storefront, playground, reference, secretKey, publishableKey } = useSession();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const pages: readonly Address[] = [
    ...(storefront ? [{ name: 'Open the storefront', url: storefront }] : []),
    { name: 'Open the GraphQL playground', url: playground },
    { name: 'Open the API reference', url: reference },
  ];
  const go = (path: string) => {
    onClose();
    void navigate(path);
  };
  const copy = (value: string) => {
    onClose();
    void navigator.clipboard.writeText(value);
  };
  const wanted = text.trim();
  return (
    <Command.Dialog
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      label="Command palette"
      loop
    >
      <Command.Input value={text} onValueChange={setText} placeholder="Go to, open, copy, or look for…" />
      <Command.List>
        <Command.Empty>Nothing of that name.</Command.Empty>
        {wanted !== '' && (
          <Command.Group heading="Look for" forceMount>
            <Command.Item forceMount onSelect={() => go(`/activity?text=${encodeURIComponent(wanted)}`)}>
              “{wanted}” in everything that happened
            </Command.Item>
            {idOfRecord.test(wanted) && (
              <Command.Item forceMount onSelect={() => go(`/data/find/${wanted}`)}>
                The record of this id
              </Command.Item>
            )}
            {/^[0-9a-f]{32}$/.test(wanted) && (
              <Command.Item forceMount onSelect={() => go(`/traces/${wanted}`)}>
                The timeline of this trace
              </Command.Item>
            )}
          </Command.Group>
        )}
        <Command.Group heading="Go to">
          {places.map(({ path, name, keys, words }) => (
            <Command.Item key={path} keywords={[...words]} onSelect={() => go(path)}>
              {name}
              <kbd>{keys}</kbd>
            </Command.Item>
          ))}
        </Command.Group>
        <Command.Group heading="Open">
          {pages.map(({ name, url }) => (
            <Command.Item key={url} onSelect={() => window.location.assign(url)}>
              {name}
            </Command.Item>
          ))}
        </Command.Group>
        <Command.Group heading="Do">
          <Command.Item onSelect={() => copy(secretKey)}>Copy the secret key</Command.Item>
          <Command.Item onSelect={() => copy(publishableKey)}>Copy the publishable key</Command.Item>
          <Command.Item
            keywords={['dark', 'light', 'colours']}
            onSelect={() => {
              onClose();
              onTurnTheme();
            }}
          >
            Change the theme
          </Command.Item>
        </Command.Group>
      </Command.List>
    </Command.Dialog>
  );
}
