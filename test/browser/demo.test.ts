// The demo as a stranger meets it, in a real browser against the production server: every public
// page, the contact form, a protected study, the preview, the admin, and the content security policy.
import { afterAll, beforeAll } from '@jest/globals'
import { startDemo, stopDemo } from './demo/stage.ts'
import './demo/pages.ts'
import './demo/people.ts'
import './demo/policy.ts'

beforeAll(startDemo, 420_000)

afterAll(stopDemo, 60_000)
