import { installTrustedTypes } from './trusted.ts';

// Imported first by the entry: modules are evaluated in the order in which they are named.
installTrustedTypes();
