// Ferries leave with 96 percent of their seats taken and nobody left on the quay.
import {
  beforeAfter,
  by,
  downloads,
  gallery,
  guest,
  metric,
  p,
  t,
  testimonial,
  timeline,
} from '../../body.ts'
import type { Study } from '../../types.ts'

export const aLaneYouCanTrust: Study = {
  slug: 'a-lane-you-can-trust',
  title: t('A lane you can trust', 'Eine Spur, auf die Verlass ist'),
  headline: t(
    'Ferries leave with 96 percent of their seats taken and nobody left on the quay',
    'Fähren legen mit 96 Prozent Auslastung ab, und niemand bleibt am Kai zurück',
  ),
  formerHeadline: 'A better ticket for a ferry line',
  summary: t(
    'People came an hour early for a ferry of twenty minutes. A promise painted on asphalt gave them the hour back.',
    'Für zwanzig Minuten Fähre kamen die Leute eine Stunde früher. Ein Versprechen auf dem Asphalt gab ihnen die Stunde zurück.',
  ),
  cover: 'ferry-phones',
  client: 'fjordbaat',
  outcomes: [
    {
      label: t('time waited before departure', 'Wartezeit vor der Abfahrt'),
      value: -74,
      unit: '%',
      before: 54,
      after: 14,
      timeframe: t('minutes, summer 2025', 'Minuten, Sommer 2025'),
      source: t('Quay cameras, anonymous', 'Kaikameras, anonym'),
    },
    {
      label: t('seats taken at departure', 'belegte Plätze bei Abfahrt'),
      value: 96,
      unit: '%',
      before: 71,
      after: 96,
      timeframe: t('July 2025', 'Juli 2025'),
      source: t('Ship’s count', 'Bordzählung'),
    },
  ],
  services: ['service-design', 'product-design', 'design-research'],
  industries: ['travel-and-ferries'],
  technologies: ['typescript', 'webauthn'],
  year: 2025,
  timeframe: t('October 2024 – June 2025', 'Oktober 2024 – Juni 2025'),
  credits: [
    by('jonte-lindahl', 'Lead'),
    by('tilde-sorensen', 'Research'),
    by('zahra-mirzaei', 'Interaction'),
    guest('Ragnhild Moe', 'Captain'),
  ],
  testimonials: ['ferry-captain'],
  featured: true,
  published: '2025-09-15',
  chapters: [
    {
      kind: 'challenge',
      title: t('Fear of the last place', 'Angst um den letzten Platz'),
      body: [
        p(
          'The line asked for a ticket app. On the quay we met people who had tickets and came early anyway, because a ticket was not a place.',
          'Die Reederei wollte eine Ticket-App. Am Kai trafen wir Leute mit Ticket, die trotzdem früh kamen, denn ein Ticket war kein Platz.',
        ),
        metric({
          label: t('minutes waited', 'Minuten gewartet'),
          value: 54,
          unit: 'min',
          timeframe: t('2024'),
        }),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'Ships sail full or not at all in February. No barrier, no new staff, and the quay floods twice a year.',
          'Im Februar fahren Schiffe voll oder gar nicht. Keine Schranke, kein neues Personal, und der Kai steht zweimal im Jahr unter Wasser.',
        ),
      ],
    },
    {
      kind: 'approach',
      body: [
        p(
          'Four painted lanes with a number. Whoever books gets a lane and a minute; whoever keeps the minute has a place, always. The app is the smallest part.',
          'Vier aufgemalte Spuren mit Nummer. Wer bucht, bekommt Spur und Minute; wer die Minute hält, hat einen Platz, immer. Die App ist der kleinste Teil.',
        ),
        gallery(
          'justified',
          ['noon', t('Midway')],
          ['form-phone', t('One question at a time')],
          ['evening', t('The last sailing')],
        ),
        beforeAfter(
          'before',
          'after',
          [t('Booking office, 2024'), t('Sailing plan, 2025')],
          t('The same five routes.'),
        ),
        timeline(
          [t('Week 1'), t('On the quay'), t('Forty conversations, most about fear.')],
          [
            t('Week 9'),
            t('Paint'),
            t('Four lanes at five in the morning, with the harbour master’s broom.'),
          ],
          [t('Week 30'), t('Five routes'), t('The other quays had painted theirs already.')],
        ),
        downloads(['ferry-brief', t('The brief, annotated (PDF)')]),
      ],
    },
    {
      kind: 'outcome',
      body: [
        testimonial('ferry-captain'),
        p(
          'Waiting fell from 54 to 14 minutes. The café on the quay lost its queue and gained its regulars.',
          'Die Wartezeit sank von 54 auf 14 Minuten. Das Café am Kai verlor seine Schlange und gewann Stammgäste.',
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'We coded for six weeks before somebody bought paint.',
          'Sechs Wochen haben wir programmiert, bevor jemand Farbe kaufte.',
        ),
      ],
    },
  ],
}
