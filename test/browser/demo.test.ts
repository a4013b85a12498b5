// The demo as a stranger meets it, in a real browser against the production server: every public
// page, the contact form, a protected study, the preview, the admin, and the content security policy.
import './demo/pages.ts'
import './demo/people.ts'
import './demo/policy.ts'
