// The same work asked for twice at the same time is done once.

export type SingleFlight<T> = (key: string, work: () => Promise<T>) => Promise<T>

export const singleFlight = <T>(): SingleFlight<T> => {
  const flights = new Map<string, Promise<T>>()
  return (key, work) => {
    const flying = flights.get(key)
    if (flying) {
      return flying
    }
    const flight = work().finally(() => flights.delete(key))
    flights.set(key, flight)
    return flight
  }
}
