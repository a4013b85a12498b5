/** What an import did, for people: the totals, then every reason with its pages. */
import { Button } from '@payloadcms/ui'

import type { DocumentResult, ImportReport } from '../report.ts'

const WORDS: Record<DocumentResult['status'], string> = {
  created: 'new',
  failed: 'failed',
  kept: 'kept as edited here',
  'left-out': 'left out',
  unchanged: 'unchanged',
  updated: 'updated',
}

export const ReportView = ({
  adminRoute,
  report,
}: {
  adminRoute: string
  report: ImportReport
}) => {
  const troubled = report.documents.filter(
    ({ status }) => status === 'failed' || status === 'kept' || status === 'left-out',
  )
  const brought = report.documents.filter(
    ({ status }) => status === 'created' || status === 'updated',
  )
  return (
    <div className="importer__report">
      <h2>
        {report.mode === 'dry-run'
          ? 'Trial run: nothing was written'
          : report.totals.failed > 0
            ? 'Imported, not without trouble'
            : 'Imported'}
      </h2>
      <ul className="importer__totals">
        {(Object.keys(WORDS) as Array<DocumentResult['status']>)
          .filter((status) => report.totals[status] > 0)
          .map((status) => (
            <li data-status={status} key={status}>
              <strong>{report.totals[status]}</strong> {WORDS[status]}
            </li>
          ))}
      </ul>
      <p className="importer__records">
        {Object.entries(report.records)
          .map(
            ([name, { created, reused }]) =>
              `${created} ${name}${reused > 0 ? ` (${reused} already here)` : ''}`,
          )
          .join(' · ')}
      </p>
      {brought.length > 0 && (
        <details>
          <summary>What arrived ({brought.length})</summary>
          <ul>
            {brought.map(({ collection, id, key, path, title }) => (
              <li key={key ?? path}>
                {report.mode !== 'dry-run' && id ? (
                  <a href={`${adminRoute}/collections/${collection}/${id}`}>{title}</a>
                ) : (
                  title
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {troubled.length > 0 && (
        <details open>
          <summary>What did not, or was left as it is ({troubled.length})</summary>
          <ul>
            {troubled.map(({ key, path, reason, status }) => (
              <li key={key ?? path}>
                <code>{path}</code> {WORDS[status]}
                {reason ? `: ${reason}` : ''}
              </li>
            ))}
          </ul>
        </details>
      )}
      {report.remarks.map(({ code, count, items, sentence }) => (
        <details key={code}>
          <summary>
            {sentence} ({count})
          </summary>
          <ul>
            {items.map(({ detail, path }) => (
              <li key={`${path} ${detail ?? ''}`}>
                {detail && <code>{detail}</code>} {path}
              </li>
            ))}
          </ul>
        </details>
      ))}
      <p>
        <Button buttonStyle="secondary" onClick={() => saveReport(report)} size="small">
          Save this report
        </Button>
      </p>
    </div>
  )
}

const saveReport = (report: ImportReport): void => {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = `import-report-${report.tenant}.json`
  link.click()
  URL.revokeObjectURL(url)
}
