'use client'
/** Choose a file, try it, import it, read what happened. */
import type { DragEvent, FormEvent } from 'react'

import { Button } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'

import type { ImportReport } from '../report.ts'
import type { ImportProgress } from '../write/run.ts'
import type { TenantChoice } from './tenantsFor.ts'

import './importer.css'
import { sendImport } from './sendImport.ts'
import { ReportView } from './ReportView.tsx'

type Props = {
  adminRoute: string
  apiRoute: string
  mostBytes: number
  selectedTenant: string
  tenants: TenantChoice[]
}
type State =
  | { step: 'ready' }
  | { step: 'running'; progress?: ImportProgress }
  | { step: 'done'; report: ImportReport }
  | { step: 'refused'; message: string }

const MODES = [
  { hint: 'Reads and checks everything, writes nothing.', label: 'Trial run', value: 'dry-run' },
  { hint: 'Nobody outside sees anything yet.', label: 'Import as drafts', value: 'draft' },
  {
    hint: 'What the source does not clearly call published stays a draft.',
    label: 'Import and publish',
    value: 'publish',
  },
] as const

const PHASES: Record<ImportProgress['phase'], string> = {
  links: 'Joining links',
  read: 'Reading',
  write: 'Writing',
}

export const ImporterForm = ({
  adminRoute,
  apiRoute,
  mostBytes,
  selectedTenant,
  tenants,
}: Props) => {
  const [file, setFile] = useState<File | null>(null)
  const [isOver, setIsOver] = useState(false)
  const [mode, setMode] = useState<(typeof MODES)[number]['value']>('dry-run')
  const [overwrite, setOverwrite] = useState(false)
  const [source, setSource] = useState('')
  const [tenant, setTenant] = useState(selectedTenant)
  const [state, setState] = useState<State>({ step: 'ready' })
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const isRunning = state.step === 'running'
  const isTooLarge = (file?.size ?? 0) > mostBytes

  const choose = (chosen: File | undefined): void => {
    if (chosen) {
      setFile(chosen)
      setState(
        chosen.size > mostBytes
          ? {
              message: `${chosen.name} is larger than ${Math.round(mostBytes / 1024 / 1024)} MB. Use npm run import for it.`,
              step: 'refused',
            }
          : { step: 'ready' },
      )
    }
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    choose(event.dataTransfer.files[0])
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!file || isRunning) {
      return
    }
    setState({ step: 'running' })
    setState(
      await sendImport({
        file,
        mode,
        onProgress: (progress) => setState({ progress, step: 'running' }),
        overwrite,
        source,
        tenant,
        url: `${apiRoute}/importer`,
      }),
    )
  }

  return (
    <section className="importer">
      <header>
        <h1>Import</h1>
        <p>
          Bring case studies and posts from another site: a .zip of its Markdown folder with the
          images in it, or a WordPress export (.xml). Run it again at any time: nothing is doubled,
          and what you edited here is kept.
        </p>
      </header>
      <form onSubmit={(event) => void submit(event)}>
        <label
          className={`importer__drop${isOver ? ' importer__drop--over' : ''}`}
          htmlFor={`${id}-file`}
          onDragLeave={() => setIsOver(false)}
          onDragOver={(event) => {
            event.preventDefault()
            setIsOver(true)
          }}
          onDrop={drop}
        >
          <strong>{file ? file.name : 'Drop a file here, or choose one'}</strong>
          <span>{file ? sizeOf(file.size) : '.zip, .xml or .md'}</span>
          <input
            accept=".zip,.xml,.md,.markdown,.mdx"
            disabled={isRunning}
            id={`${id}-file`}
            onChange={(event) => choose(event.target.files?.[0])}
            ref={input}
            type="file"
          />
        </label>
        {tenants.length > 1 && (
          <label className="importer__field">
            <span>Into</span>
            <select
              disabled={isRunning}
              onChange={(event) => setTenant(event.target.value)}
              value={tenant}
            >
              {tenants.map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {choice.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="importer__field">
          <span>Source</span>
          <input
            aria-describedby={`${id}-source`}
            disabled={isRunning}
            maxLength={200}
            onChange={(event) => setSource(event.target.value)}
            placeholder="The site’s URL or the folder’s name"
            type="text"
            value={source}
          />
          <small id={`${id}-source`}>
            Use the same name to import a site again, and a name of its own for each site.
          </small>
        </label>
        <fieldset className="importer__modes" disabled={isRunning}>
          <legend>What to do</legend>
          {MODES.map(({ hint, label, value }) => (
            <label key={value}>
              <input
                checked={mode === value}
                name={`${id}-mode`}
                onChange={() => setMode(value)}
                type="radio"
                value={value}
              />
              <span>
                <strong>{label}</strong>
                <small>{hint}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <label className="importer__check">
          <input
            checked={overwrite}
            disabled={isRunning}
            onChange={(event) => setOverwrite(event.target.checked)}
            type="checkbox"
          />
          <span>Replace what was edited here since the last import</span>
        </label>
        <Button disabled={!file || isRunning || isTooLarge} type="submit">
          {isRunning ? 'Importing…' : mode === 'dry-run' ? 'Try it' : 'Import'}
        </Button>
      </form>
      <div aria-live="polite" className="importer__state">
        {isRunning && <Progress progress={state.progress} />}
        {state.step === 'refused' && (
          <p className="importer__refused" role="alert">
            {state.message}
          </p>
        )}
        {state.step === 'done' && <ReportView adminRoute={adminRoute} report={state.report} />}
      </div>
    </section>
  )
}

const Progress = ({ progress }: { progress?: ImportProgress }) => (
  <div className="importer__progress">
    <progress
      aria-label="Progress of the import"
      {...(progress && progress.total > 0 ? { max: progress.total, value: progress.done } : {})}
    />
    <span>
      {progress
        ? `${PHASES[progress.phase]} ${progress.done} of ${progress.total}`
        : 'Sending the file and starting…'}
    </span>
    <small>{progress?.label}</small>
  </div>
)

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
