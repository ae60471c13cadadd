import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './theme.css';

/** Draws the page. The nonce for the component library's styles comes with the document. */
export function boot(): void {
  const root = document.getElementById('root');
  const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
  if (root !== null) createRoot(root).render(<App nonce={nonce} />);
}
