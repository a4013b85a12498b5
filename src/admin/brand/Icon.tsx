// The icon that leads home from everywhere in the admin.
import { Mark } from './Mark.tsx'

export const Icon = () => <Mark size="100%" title="Vitrine" />
