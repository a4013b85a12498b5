// Next renders the admin and the live preview; everything else is served by src/server.ts.
import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR || '.next',
  // Linting and type checks have their own step in `npm test`; the build need not repeat them.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // Payload's own forms in the browser take their validators from here.
  turbopack: {
    resolveAlias: { 'payload/shared': { browser: './src/admin/forms/payloadShared.ts' } },
  },
  reactStrictMode: true,
  experimental: {
    turbopackFileSystemCacheForBuild: false,
    turbopackSourceMaps: false,
    turbopackMinify: { server: false, client: true },
    // Routes are loaded when they are first asked for: all of them take two seconds and 300 MiB at each start.
    preloadEntriesOnStart: false,
  },
  // Needed on the server only, and large.
  serverExternalPackages: [
    'mediabunny',
    'uploadthing',
    '@uploadthing/shared',
    '@zxcvbn-ts/language-common',
  ],
  images: { unoptimized: true },
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
}

export default withPayload(config, { devBundleServerPackages: false })
