import { config } from 'zod';

// Schemas would otherwise try whether code may be made from text; here it may not, and the try itself would be reported.
// Loaded before every module that makes a schema (see inside.ts).
config({ jitless: true });
