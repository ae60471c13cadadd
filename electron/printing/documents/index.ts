// One door to all forms: data in, HTML out.
import { anchorDocument } from './anchor.ts';
import { approvalDocument } from './approval.ts';
import { continuationDocument } from './continuation.ts';
import { destructionDocument } from './destruction.ts';
import { dueListDocument } from './dueList.ts';
import { envelopeDocument } from './envelope.ts';
import { isolationDocument, verificationDocument } from './evidence.ts';
import { labelDocument } from './labels.ts';
import { lifeDocument } from './life.ts';
import { packingDocument } from './packing.ts';
import { recoveryDocument } from './recovery.ts';
import { registerDocument } from './register.ts';
import { routingDocument } from './routing.ts';
import { slipDocument } from './slip.ts';
import { usageYearDocument } from './usageYear.ts';
import type { PrintDocument } from '#shared/printing.ts';

/**
 * Any form as a complete HTML document without scripts, every text escaped. Pure: the same data gives the same text.
 * Hand the result to `embedFonts` before printing. Throws a RangeError for a bar code that holds other than digits.
 */
export function renderDocument(print: PrintDocument): string {
  switch (print.form) {
    case 'register': return registerDocument(print);
    case 'continuation': return continuationDocument(print);
    case 'life': return lifeDocument(print);
    case 'loan-slip': return slipDocument(print);
    case 'approval': return approvalDocument(print);
    case 'destruction': return destructionDocument(print);
    case 'anchor': return anchorDocument(print);
    case 'recovery': return recoveryDocument(print);
    case 'isolation': return isolationDocument(print);
    case 'due-list': return dueListDocument(print);
    case 'verification': return verificationDocument(print);
    case 'usage-year': return usageYearDocument(print);
    case 'labels': return labelDocument(print);
    case 'envelope': return envelopeDocument(print);
    case 'packing': return packingDocument(print);
    case 'routing': return routingDocument(print);
  }
}
