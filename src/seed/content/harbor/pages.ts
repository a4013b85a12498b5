// Harbor’s pages beside the work.
import { callToAction, grid, h2, hr, p, picture, t, timeline, ul } from '../body.ts'
import type { Page } from '../types.ts'

export const pages: Record<string, Page> = {
  about: {
    title: t('About the workshop', 'Über die Werkstatt'),
    body: [
      p(
        'Harbor Terminals moves 1.9 million containers a year through the port of Ostrand. The workshop is the part of it that builds software: eleven people in a shed between the gate and the quay, close enough to hear when something stands still.',
        'Harbor Terminals bewegt im Jahr 1,9 Millionen Container durch den Hafen Ostrand. Die Werkstatt ist der Teil davon, der Software baut: elf Menschen in einem Schuppen zwischen Tor und Kai, nah genug, um zu hören, wenn etwas stillsteht.',
      ),
      picture(
        'quay-day',
        t('Basin 3, seen from the workshop’s roof', 'Becken 3, vom Dach der Werkstatt'),
      ),
      h2('How we work', 'Wie wir arbeiten'),
      ul(
        [
          '**A shift first.** Whoever designs a tool has stood a shift with those who will use it.',
          '**One number.** Every project names the figure it wants to move, and who measures it.',
          '**A week in the wild.** Nothing is finished before a crew has used it for a week without us.',
        ],
        [
          '**Erst eine Schicht.** Wer ein Werkzeug entwirft, hat eine Schicht mit denen gearbeitet, die es benutzen.',
          '**Eine Zahl.** Jedes Vorhaben nennt die Zahl, die es bewegen will, und wer sie misst.',
          '**Eine Woche ohne uns.** Fertig ist, was eine Mannschaft eine Woche allein benutzt hat.',
        ],
      ),
      timeline(
        [
          t('2019', '2019'),
          t('Two desks in shed 12', 'Zwei Schreibtische in Schuppen 12'),
          t(
            'The first tool is a shared tide table.',
            'Das erste Werkzeug ist eine gemeinsame Gezeitentafel.',
          ),
        ],
        [
          t('2022'),
          t('The berth board', 'Das Liegeplatzbrett'),
          t('Nine berths, one plan.', 'Neun Liegeplätze, ein Plan.'),
        ],
        [
          t('2025'),
          t('The gate without a window', 'Das Tor ohne Schalter'),
          t(
            'Papers are checked before the truck arrives.',
            'Die Papiere sind geprüft, bevor der Lastwagen kommt.',
          ),
        ],
      ),
      callToAction(
        t('Thursdays at two', 'Donnerstags um zwei'),
        t(
          'We walk visitors along the quay and show what is described here.',
          'Wir führen Gäste über den Kai und zeigen, was hier beschrieben ist.',
        ),
        t('Write to us', 'Schreiben Sie uns'),
        { url: '/contact' },
      ),
    ],
  },
  measuring: {
    title: t('How we measure', 'Wie wir messen'),
    body: [
      p(
        'A number without its method is advertising. So each of our studies says what was counted, from when to when, and who counted it.',
        'Eine Zahl ohne Methode ist Werbung. Darum sagt jede unserer Studien, was von wann bis wann gezählt wurde und von wem.',
      ),
      grid(
        [
          ['Figure', 'Starts', 'Ends', 'Source'],
          ['Turn time', 'Plate at outer barrier', 'Plate at exit', 'Gate log'],
          ['Berth wait', 'Arrival at pilot station', 'First line ashore', 'AIS and log book'],
          ['Reshuffle', 'Box moved without leaving', 'End of shift', 'Yard system'],
        ],
        [
          ['Größe', 'Beginn', 'Ende', 'Quelle'],
          ['Durchlaufzeit', 'Kennzeichen außen', 'Kennzeichen Ausfahrt', 'Torprotokoll'],
          ['Wartezeit', 'Ankunft Lotsenstation', 'Erste Leine fest', 'AIS und Logbuch'],
          ['Umstapeln', 'Box bewegt, nicht verladen', 'Schichtende', 'Lagersystem'],
        ],
      ),
      hr(),
      p(
        'We compare full months with the same months of the year before, and we publish the figure even when it disappoints.',
        'Wir vergleichen volle Monate mit denselben Monaten des Vorjahres und veröffentlichen die Zahl auch dann, wenn sie enttäuscht.',
      ),
    ],
  },
}
