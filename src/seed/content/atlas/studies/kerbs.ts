// Step-free routes in Nordfeld are 31 percent shorter since the town knows its kerbs.
import { by, gallery, guest, ol, p, t, testimonial } from '../../body.ts'
import type { Study } from '../../types.ts'

export const kerbs: Study = {
  slug: 'kerbs',
  title: t('Three centimetres', 'Drei Zentimeter'),
  headline: t(
    'Step-free routes in Nordfeld are 31 percent shorter since the town knows its kerbs',
    'Stufenlose Wege in Nordfeld sind 31 Prozent kürzer, seit die Stadt ihre Bordsteine kennt',
  ),
  summary: t(
    'Nobody had a map of kerbs. Forty volunteers and a broomstick with a camera made one, and the town lowered the 112 that mattered.',
    'Eine Karte der Bordsteine gab es nicht. Vierzig Freiwillige und ein Besenstiel mit Kamera haben sie gemacht, und die Stadt senkte jene 112 ab, auf die es ankam.',
  ),
  cover: 'map-phones',
  client: 'wheel-and-ramp',
  outcomes: [
    {
      label: t('median detour of a step-free route', 'Umweg stufenloser Wege (Median)'),
      value: -31,
      unit: '%',
      before: 2.6,
      after: 1.8,
      timeframe: t('times the direct way, 2026', 'mal so lang wie der direkte Weg, 2026'),
      source: t('Routing over 212,000 edges', 'Routing über 212 000 Kanten'),
    },
    {
      label: t('kerbs lowered', 'abgesenkte Bordsteine'),
      value: 112,
      timeframe: t('of 9,800 surveyed', 'von 9 800 erfassten'),
      source: t('Civil engineering office', 'Tiefbauamt'),
    },
  ],
  services: ['access-analysis', 'data-platforms'],
  industries: ['municipalities'],
  technologies: ['openstreetmap', 'postgis', 'geojson'],
  year: 2026,
  timeframe: t('May 2024 – March 2026', 'Mai 2024 – März 2026'),
  credits: [
    by('mai-tran', 'Interface design', 'Interface-Design'),
    by('svea-holmgren', 'Data', 'Daten'),
    guest('Dario Feld', 'Testing, every kerb', 'Tests, jeder Bordstein'),
  ],
  testimonials: ['wheel-chair'],
  featured: true,
  published: '2026-05-06',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'Three centimetres is nothing on foot and a wall on wheels. Route planners know streets, not edges.',
          'Drei Zentimeter sind zu Fuß nichts und auf Rädern eine Wand. Routenplaner kennen Straßen, keine Kanten.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'The budget paid for 120 ramps. The list of wishes had 1,900.',
          'Das Geld reichte für 120 Absenkungen. Auf der Wunschliste standen 1 900.',
        ),
      ],
    },
    {
      kind: 'approach',
      title: t('A broomstick with a camera', 'Ein Besenstiel mit Kamera'),
      body: [
        p(
          'Volunteers pushed a measuring stick along 340 kilometres of pavement. Then we asked the network which single kerb would shorten most trips, lowered it in the model, and asked again. The order of that list is the plan.',
          'Freiwillige schoben einen Messstab über 340 Kilometer Gehweg. Dann fragten wir das Netz, welcher Bordstein die meisten Wege verkürzt, senkten ihn im Modell und fragten von vorn. Die Reihenfolge dieser Liste ist der Plan.',
        ),
        gallery(
          'carousel',
          ['phone-tall', t('A route without steps', 'Ein Weg ohne Stufen')],
          [
            'city-dense',
            t(
              'The old town, where most of the 112 are',
              'Die Altstadt, wo die meisten der 112 liegen',
            ),
          ],
          ['form-after', t('What the engineers see', 'Was das Tiefbauamt sieht')],
        ),
        ol(
          [
            'Measure every edge once',
            'Lower the one that helps most',
            'Repeat until the money is gone',
          ],
          [
            'Jede Kante einmal messen',
            'Die wirksamste absenken',
            'Wiederholen, bis das Geld aus ist',
          ],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        testimonial('wheel-chair'),
        p(
          'One hundred and twelve ramps do what the 1,900 would have done to 86 percent.',
          'Einhundertzwölf Absenkungen leisten 86 Prozent dessen, was 1 900 geleistet hätten.',
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'We measured in summer. Snow, it turns out, builds kerbs of its own.',
          'Gemessen haben wir im Sommer. Schnee, so zeigt sich, baut eigene Bordsteine.',
        ),
      ],
    },
  ],
}
