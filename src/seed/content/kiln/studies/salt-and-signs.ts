// Visitors of a museum ask for the way 84 percent less often.
import { by, gallery, guest, p, saying, t, testimonial } from '../../body.ts'
import type { Study } from '../../types.ts'

export const saltAndSigns: Study = {
  slug: 'salt-and-signs',
  title: t('Salt and signs', 'Salz und Zeichen'),
  headline: t(
    'Visitors of a museum ask for the way 84 percent less often',
    'Museumsbesucher fragen 84 Prozent seltener nach dem Weg',
  ),
  summary: t(
    'An identity that begins underfoot: floor, wall and poster use the same four forms, cut like salt crystals.',
    'Eine Identität, die am Boden beginnt: Boden, Wand und Plakat teilen vier Formen, geschnitten wie Salzkristalle.',
  ),
  cover: 'posters',
  client: 'museum-of-salt',
  outcomes: [
    {
      label: t('questions about the way, per day', 'Fragen nach dem Weg je Tag'),
      value: -84,
      unit: '%',
      before: 125,
      after: 20,
      timeframe: t('May 2026 compared with May 2025', 'Mai 2026 gegenüber Mai 2025'),
      source: t('Tally at the desk', 'Strichliste am Empfang'),
    },
    {
      label: t('posters sold', 'verkaufte Plakate'),
      value: 2140,
      timeframe: t('first season', 'erste Saison'),
      source: t('Museum shop', 'Museumsladen'),
    },
  ],
  services: ['spatial-identity'],
  industries: ['culture'],
  technologies: ['risography', 'svg'],
  year: 2026,
  timeframe: t('October 2024 – April 2026', 'Oktober 2024 – April 2026'),
  credits: [
    by('amara-nwosu', 'Identity', 'Erscheinungsbild'),
    by('jun-castellan', 'Exhibition architecture', 'Ausstellungsarchitektur'),
    guest('Druckerei Halbton', 'Printing', 'Druck'),
  ],
  testimonials: ['museum-curator'],
  featured: true,
  published: '2026-06-12',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'The museum had 61 signs, in four generations of design, and a desk at which two people did little else than point.',
          'Das Museum hatte 61 Schilder aus vier Gestaltergenerationen und einen Empfang, an dem zwei Menschen vor allem zeigten.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'Nothing may be screwed into the vault. And the building loses its way by itself: three half storeys, no right angle.',
          'Ins Gewölbe darf nicht geschraubt werden. Und das Haus verläuft sich selbst: drei Halbgeschosse, kein rechter Winkel.',
        ),
      ],
    },
    {
      kind: 'approach',
      title: t('Four crystals', 'Vier Kristalle'),
      body: [
        p(
          'Each half storey got a form and a colour. The form lies in the floor where one decides, stands on the wall where one arrives and is cut out of the poster. Sixty-one signs became nineteen.',
          'Jedes Halbgeschoss bekam eine Form und eine Farbe. Die Form liegt im Boden, wo man sich entscheidet, steht an der Wand, wo man ankommt, und ist aus dem Plakat geschnitten. Aus 61 Schildern wurden neunzehn.',
        ),
        gallery(
          'carousel',
          ['room-sign', t('The foyer', 'Das Foyer')],
          ['room-posters', t('The season’s posters', 'Die Plakate der Saison')],
          ['poster-one', t('The night edition', 'Die Nachtausgabe')],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        testimonial('museum-curator'),
        p(
          'The desk now sells tickets. One of the two who pointed has become a guide.',
          'Der Empfang verkauft jetzt Karten. Eine der beiden, die zeigten, führt heute durchs Haus.',
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        saying(
          'A sign is an apology by the architect.',
          'Ein Schild ist eine Entschuldigung der Architektin.',
        ),
        p(
          'Blue and green are too close under the old lamps. The second edition will swap one of them for ochre.',
          'Blau und Grün liegen unter den alten Lampen zu nah beieinander. Die zweite Auflage tauscht eines gegen Ocker.',
        ),
      ],
    },
  ],
}
