import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { SetupNeeded } from './app/setup-needed.tsx';
import { storeAddress } from './store/store-address.ts';
import './design/tokens.css';
import './design/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

const address = storeAddress(import.meta.env);
createRoot(root).render(
  <StrictMode>
    {address.missing.length > 0 ? (
      <SetupNeeded missing={address.missing} />
    ) : (
      <App url={address.url} publishableKey={address.publishableKey} />
    )}
  </StrictMode>,
);
