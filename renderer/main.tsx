import './app/guard.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import './app/theme.css';

const root = document.getElementById('root');
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
if (root !== null) createRoot(root).render(<App nonce={nonce} />);
