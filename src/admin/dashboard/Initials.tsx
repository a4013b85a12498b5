// A person as two letters; the mark for somebody whose name is not the reader's to know.
import { Mark } from '../brand/Mark.tsx'
import { initialsOf } from './initialsOf.ts'

export const Initials = ({ name }: { name: string | null }) => (
  <span aria-hidden className="vitrine-initials">
    {name ? initialsOf(name) : <Mark size={12} />}
  </span>
)
