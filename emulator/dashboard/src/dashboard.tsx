import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DashboardPage } from './dashboard-page.tsx';
import './theme/theme.css';
import './components/badge.css';
import './components/button.css';
import './components/form.css';
import { applyStoredTheme } from './theme/use-theme.ts';

applyStoredTheme();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element "root".');
createRoot(root).render(
  <StrictMode>
    <DashboardPage />
  </StrictMode>,
);
