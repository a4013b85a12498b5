// How test files load modules. Jest gives every file a realm of its own and loads all of its packages anew into
// it: Payload's two thousand modules, for each of a hundred files, never warm. Here a worker loads packages once
// and as Node does, in its only realm, and each file our own modules anew, with a state of their own. What
// packages keep between files, environment.mjs puts back.
//
// `runtime` is an option of Jest; what is replaced below belongs to its inside, whose version is pinned.
// runtime.test.ts fails when it does nothing any more.
const { compileFunction, SyntheticModule } = require('node:vm')
const { pathToFileURL } = require('node:url')
const { default: Runtime } = require('jest-runtime')

/** By file, for as long as the worker lives. */
const packages = new Map()

const importAsNode = async (file) => {
  const exported = await import(pathToFileURL(file).href)
  const module = new SyntheticModule(
    Object.keys(exported),
    () => Object.entries(exported).forEach(([name, value]) => module.setExport(name, value)),
    { identifier: file },
  )
  await module.link(() => undefined)
  await module.evaluate()
  return module
}

const importOnce = (file) => {
  const module = packages.get(file) ?? importAsNode(file)
  packages.set(file, module)
  return module
}

/** `payload`, `@payloadcms/ui/shared`; not `./file.ts`, `node:fs`, `data:…`. */
const isPackage = (specifier) => /^(?!@jest\/globals)[^./:]+[^:]*$/.test(specifier)

class SharingRuntime extends Runtime {
  constructor(...args) {
    super(...args)
    const { _resolution: resolution, esmLoader, executor, mockState } = this
    const resolveModule = esmLoader.resolveModule.bind(esmLoader)
    esmLoader.resolveModule = async (specifier, from, context) => {
      if (isPackage(specifier)) {
        const file = await resolution.resolveEsmAsync(from, specifier)
        const { shouldMock } = await mockState.shouldMockEsmAsync(from, specifier)
        if (file.includes('/node_modules/') && !shouldMock) {
          return importOnce(file)
        }
      }
      return resolveModule(specifier, from, context)
    }
    esmLoader.getContext = () => undefined
    executor.compile = (source, filename) =>
      compileFunction(source, executor.injectedModuleParameters, { filename })
  }
}

Object.defineProperty(exports, '__esModule', { value: true })
exports.default = SharingRuntime
