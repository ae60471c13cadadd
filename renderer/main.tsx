import { config } from 'zod';
import { installTrustedTypes } from './app/trusted.ts';

// Both must stand before any other module of the page runs, so the page itself is imported afterwards.
installTrustedTypes();
// Schemas would otherwise try whether code may be made from text; here it may not, and the try itself would be reported.
config({ jitless: true });
void import('./app/boot.tsx').then(({ boot }) => boot());
