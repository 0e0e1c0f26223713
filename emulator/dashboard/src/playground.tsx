import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PlaygroundPage } from './playground/playground-page.tsx';
import './theme/theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('playground.html has no element "root".');
createRoot(root).render(
  <StrictMode>
    <PlaygroundPage />
  </StrictMode>,
);
