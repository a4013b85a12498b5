// Atlas’s pages beside the work.
import { code, grid, h2, p, picture, t, ul } from '../body.ts'
import type { Page } from '../types.ts'

export const pages: Record<string, Page> = {
  about: {
    title: t('About Atlas', 'Über Atlas'),
    body: [
      p(
        'Atlas is a bureau of nine: cartographers, planners, statisticians and one designer who stops us from adding layers.',
        'Atlas ist ein Büro von neun Leuten: Kartografinnen, Planer, Statistiker und eine Designerin, die uns von weiteren Ebenen abhält.',
      ),
      picture(
        'contours-plain',
        t('The hill behind the office, without its name', 'Der Berg hinter dem Büro, ohne Namen'),
      ),
      h2('What you can hold us to', 'Woran Sie uns messen dürfen'),
      ul(
        [
          'Each figure has a source and a date.',
          'Each map names the decision it is for.',
          'What we did not count is written next to what we did.',
        ],
        [
          'Jede Zahl hat Quelle und Datum.',
          'Jede Karte nennt die Entscheidung, der sie dient.',
          'Was wir nicht gezählt haben, steht neben dem Gezählten.',
        ],
      ),
    ],
  },
  data: {
    title: t('Open data', 'Offene Daten'),
    body: [
      p(
        'What public money paid for is public. Our counts and access figures are published with each study, as tables and as GeoJSON.',
        'Was öffentlich bezahlt ist, ist öffentlich. Zählungen und Erreichbarkeiten erscheinen mit jeder Studie, als Tabelle und als GeoJSON.',
      ),
      grid(
        [
          ['Data set', 'From', 'Rows', 'Updated'],
          ['Bicycle counts', '2021', '1.9 m', 'daily'],
          ['Step-free edges', '2024', '212,000', 'monthly'],
          ['Bus punctuality', '2023', '44 m', 'weekly'],
        ],
        [
          ['Datensatz', 'Seit', 'Zeilen', 'Aktualisiert'],
          ['Radzählungen', '2021', '1,9 Mio.', 'täglich'],
          ['Stufenlose Kanten', '2024', '212 000', 'monatlich'],
          ['Buspünktlichkeit', '2023', '44 Mio.', 'wöchentlich'],
        ],
      ),
      code(
        'bash',
        'fetch.sh',
        'curl https://data.atlas.test/bicycles/2026-11.geojson',
        t('No key needed.', 'Ohne Schlüssel.'),
      ),
    ],
  },
}
