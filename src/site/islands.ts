/**
 * Everything that a public page does in the browser. React has nothing to add to text and pictures, so pages are sent
 * without it, and these few listeners, on the document, work in the live preview as well.
 */
import { createHash } from 'node:crypto'
import { startFilms } from './filmIsland.ts'
import { hlsFile } from './hls.ts'

/** Sent to the browser as its own source: it must use nothing from outside itself. */
const start = () => {
  const find = (event: Event, selector: string): HTMLElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null

  document.addEventListener('input', (event) => {
    const range = find(event, '[data-island="before-after"] input')
    if (range instanceof HTMLInputElement) {
      range.parentElement?.style.setProperty('--position', `${range.value}%`)
      range.setAttribute('aria-valuetext', `${range.dataset.label ?? ''} ${range.value}%`)
    }
  })

  document.addEventListener('click', (event) => {
    const step = find(event, '[data-step]')
    const track = step?.closest('[data-island="carousel"]')?.firstElementChild
    if (step && track) {
      const forward = getComputedStyle(track).direction === 'rtl' ? -1 : 1
      const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
      track.scrollBy({
        left: Number(step.dataset.step) * forward * track.clientWidth * 0.8,
        behavior: isCalm ? 'auto' : 'smooth',
      })
    }
    const facade = find(event, '[data-island="embed"] a[data-src]')
    // What is on this very host stays a link: only foreign pages may keep their origin in a frame.
    if (facade && new URL(facade.dataset.src ?? '', location.href).origin !== location.origin) {
      event.preventDefault()
      const frame = document.createElement('iframe')
      frame.src = facade.dataset.src ?? ''
      frame.title = facade.dataset.title ?? ''
      frame.allow = 'fullscreen; picture-in-picture'
      frame.referrerPolicy = 'strict-origin-when-cross-origin'
      frame.setAttribute(
        'sandbox',
        'allow-scripts allow-same-origin allow-popups allow-presentation allow-forms',
      )
      facade.replaceWith(frame)
      frame.focus()
    }
  })

  const began = Date.now()
  type Said = { path: string; message: string }
  /** Beside each field what is wrong with it, and above all of them what concerns none. */
  const say = (form: HTMLFormElement, problems: Said[]) => {
    form.querySelectorAll<HTMLElement>('[data-problem]').forEach((place) => {
      const name = place.dataset.problem ?? ''
      const said = problems.find(({ path }) => path === name)?.message ?? ''
      place.textContent = said
      place.hidden = said === ''
      const field = form.querySelector(`[name="${name}"]`)
      if (said === '') field?.removeAttribute('aria-invalid')
      else field?.setAttribute('aria-invalid', 'true')
    })
    // Whatever filled in the field that nobody sees, the next try is a person's.
    const trap = form.querySelector<HTMLInputElement>('[name="website"]')
    if (trap) trap.value = ''
    const first = form.querySelector<HTMLElement>('[aria-invalid], [role="alert"]:not([hidden])')
    first?.focus()
  }
  document.addEventListener('submit', (event) => {
    const form = find(event, 'form[data-island="contact"]')
    if (!(form instanceof HTMLFormElement)) {
      return
    }
    event.preventDefault()
    const data = new FormData(form)
    data.set('elapsed', String(Date.now() - began))
    data.set('study', new URLSearchParams(location.search).get('study') ?? '')
    const button = form.querySelector<HTMLButtonElement>('button[type="submit"]')
    if (button?.disabled) {
      return
    }
    if (button) button.disabled = true
    fetch(form.action, { method: 'POST', body: data, headers: { accept: 'application/json' } })
      .then(async (response) => {
        if (response.ok) {
          location.assign(form.dataset.sent ?? '/')
          return
        }
        const { detail, errors } = (await response.json()) as { detail?: string; errors?: Said[] }
        say(form, errors ?? [{ path: 'form', message: detail ?? form.dataset.failed ?? '' }])
      })
      .catch(() => say(form, [{ path: 'form', message: form.dataset.failed ?? '' }]))
      .finally(() => {
        if (button) button.disabled = false
      })
  })
}

const source = `(${start.toString()})();(${startFilms.toString()})(${JSON.stringify(hlsFile)})`
const version = createHash('sha256').update(source).digest('base64url').slice(0, 12)

/** Below a site's root; changes with the content. */
export const islandsHref = (root: string): string => `${root}/site.js?v=${version}`

export const islandsSource = { body: source, version }
