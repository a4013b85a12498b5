// The library, for a list view that wraps it.
export { Library } from '../components/library/Library.tsx'
