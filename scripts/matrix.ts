/** npm run matrix: writes lib/control/access/MATRIX.md from the rows of the rights table. A test fails when it is stale. */
import { writeFile } from 'node:fs/promises'
import { matrixInWords } from '@/lib/control/access/matrix'

await writeFile('lib/control/access/MATRIX.md', matrixInWords())
