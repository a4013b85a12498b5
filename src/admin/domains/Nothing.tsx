// In place of a field whose value the panel tells; as a column of the list it stays.
export const Nothing = () => null
