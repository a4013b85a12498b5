// What Payload runs. Composition only: every part has a file of its own.
import path from 'node:path'
import { buildConfig } from 'payload'
import { collections } from './collections/index.ts'
import { adminOptions } from './src/config/admin.ts'
import { database } from './src/config/database.ts'
import { email } from './src/config/email.ts'
import { graphQL } from './src/config/graphql.ts'
import { holds } from './src/config/holds.ts'
import { i18n } from './src/config/i18n.ts'
import { importer } from './src/config/importer.ts'
import { jobs } from './src/config/jobs.ts'
import { limitQuestions } from './src/config/limitQuestions.ts'
import { localization } from './src/config/localization.ts'
import { keepAddressFromBrowser } from './src/config/keepAddressFromBrowser.ts'
import { lockInternalCollections } from './src/config/lockInternalCollections.ts'
import { media } from './src/config/media.ts'
import { multipart } from './src/config/multipart.ts'
import { logger } from './src/config/logger.ts'
import { keyFor } from './src/config/keys.ts'
import { quietRefresh } from './src/config/quietRefresh.ts'
import { reads } from './src/config/reads.ts'
import { requireInMain } from './src/config/requireInMain.ts'
import { tenancy } from './src/config/tenancy.ts'
import { walls } from './src/config/walls.ts'
import { offers } from './src/config/offers.ts'
import { nameColumns } from './src/config/columns.ts'
import { noteError } from './src/http/requestContext.ts'
import { nameIncompleteParts } from './collections/shared/hooks/nameIncompleteParts.ts'
import { bodyEditor } from './collections/shared/editor.ts'

const root = process.env.VITRINE_ROOT ?? process.cwd()
const serverURL = (process.env.SERVER_URL ?? '').replace(/\/$/, '')

export default lockInternalCollections(
  buildConfig({
    admin: adminOptions({ root }),
    collections,
    cors: serverURL === '' ? [] : [serverURL],
    csrf: serverURL === '' ? [] : [serverURL],
    db: database({ root }),
    defaultDepth: 1,
    editor: bodyEditor(),
    email: email(),
    graphQL,
    hooks: { afterError: [nameIncompleteParts, noteError] },
    i18n,
    jobs,
    localization,
    logger,
    maxDepth: 4,
    // Tenancy, offers, holds and reads come last: they prepare every collection that the others add.
    plugins: [importer, media, walls, tenancy, quietRefresh, offers, holds, reads],
    secret: keyFor('payload'),
    serverURL,
    telemetry: false,
    // By `npm run types`; otherwise each start outside production would make them again.
    typescript: { autoGenerate: false, outputFile: path.join(root, 'payload-types.ts') },
    upload: multipart,
  }),
)
  .then(limitQuestions)
  .then(requireInMain)
  .then(keepAddressFromBrowser)
  .then(nameColumns)
