import { installTrustedTypes } from './trusted.ts';

// Imported first by main.tsx: the policy must stand before any other module of the page runs.
installTrustedTypes();
