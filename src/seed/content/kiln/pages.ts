// Kiln’s pages beside the work.
import { callToAction, gallery, h2, p, picture, t, testimonial, ul } from '../body.ts'
import type { Page } from '../types.ts'

export const pages: Record<string, Page> = {
  about: {
    title: t('About Kiln', 'Über Kiln'),
    body: [
      p(
        'In 2011 Edda Marquardt rented a disused glaze works for its kiln. The rent included the hall around it. First came an architect who needed tiles, then a designer who needed a wall, and since then nobody has left.',
        '2011 mietete Edda Marquardt ein stillgelegtes Glasurwerk wegen des Ofens. Die Halle war in der Miete enthalten. Erst kam ein Architekt, der Fliesen brauchte, dann eine Grafikerin, die eine Wand brauchte, und seither ist niemand gegangen.',
      ),
      gallery(
        'justified',
        ['table-day', t('The sample table', 'Der Mustertisch')],
        ['court-day', t('The yard', 'Der Hof')],
        ['moon-jar', t('Piet’s pot', 'Piets Topf')],
      ),
      h2('What we believe', 'Woran wir glauben'),
      ul(
        [
          'A surface is touched more often than it is looked at.',
          'Repair is a design task.',
          'Recipes should be free; firing them is the work.',
        ],
        [
          'Eine Oberfläche wird öfter berührt als betrachtet.',
          'Reparieren ist Entwerfen.',
          'Rezepte gehören allen; das Brennen ist die Arbeit.',
        ],
      ),
      testimonial('tea-host'),
    ],
  },
  workshop: {
    title: t('The workshop', 'Die Werkstatt'),
    body: [
      p(
        'Three kilns, nine wheels, two looms and one printing press share 1,400 square metres. On the first Saturday of the month the doors are open and somebody will put clay into your hands.',
        'Drei Öfen, neun Scheiben, zwei Webstühle und eine Druckpresse teilen sich 1 400 Quadratmeter. Am ersten Samstag im Monat stehen die Türen offen, und jemand drückt Ihnen Ton in die Hand.',
      ),
      picture('tiles-arcs', t('The test wall by the door', 'Die Probewand an der Tür')),
      callToAction(
        t('First Saturdays', 'Erste Samstage'),
        t(
          'From ten to four, children welcome, aprons provided.',
          'Von zehn bis vier, Kinder willkommen, Schürzen vorhanden.',
        ),
        t('Say that you are coming', 'Anmelden'),
        { url: '/contact' },
      ),
    ],
  },
}
