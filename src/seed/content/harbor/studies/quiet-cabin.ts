// Crane operators look away from the load 70 percent less often.
import { by, compare, gallery, p, quote, t, timeline, ul } from '../../body.ts'
import type { Study } from '../../types.ts'

export const quietCabin: Study = {
  slug: 'quiet-cabin',
  title: t('A quieter cabin', 'Eine ruhigere Kabine'),
  headline: t(
    'Crane operators look away from the load 70 percent less often',
    'Kranführer blicken 70 Prozent seltener von der Last weg',
  ),
  summary: t(
    'Four screens, a radio and forty metres of height. We took away three screens and put the rest where the eyes already are.',
    'Vier Bildschirme, ein Funkgerät, vierzig Meter Höhe. Drei Bildschirme haben wir entfernt und den Rest dorthin gesetzt, wo die Augen ohnehin sind.',
  ),
  cover: 'quay-night',
  client: 'ostrand-port-authority',
  outcomes: [
    {
      label: t('glances away from the load per move', 'Blicke weg von der Last je Hub'),
      value: -70,
      unit: '%',
      before: 11,
      after: 3.3,
      timeframe: t('twelve operators, 900 moves', 'zwölf Kranführer, 900 Hübe'),
      source: t('Eye tracking study, August 2024', 'Blickstudie, August 2024'),
    },
    {
      label: t('moves per hour and crane', 'Hübe je Stunde und Kran'),
      value: 31,
      unit: '',
      before: 27.5,
      after: 31,
      timeframe: t('first quarter of 2025', 'erstes Quartal 2025'),
      source: t('Crane log', 'Kranprotokoll'),
    },
  ],
  services: ['operations-design', 'real-time-data'],
  industries: ['container-terminal'],
  technologies: ['mqtt', 'typescript'],
  year: 2024,
  timeframe: t('February – November 2024', 'Februar – November 2024'),
  credits: [
    by('liv-sundqvist', 'Interface design', 'Interface-Design'),
    by('samir-haddad', 'Operator and conscience', 'Kranführer und Gewissen'),
    by('mateus-ferro', 'Engineering', 'Entwicklung'),
  ],
  published: '2025-02-11',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'Each new system had brought its own screen. By 2023 a cabin had four, two of them behind the operator’s right shoulder. Samir counted: for every container, he turned his head eleven times.',
          'Jedes neue System hatte seinen eigenen Bildschirm mitgebracht. 2023 hingen in der Kabine vier, zwei davon hinter der rechten Schulter. Samir zählte: Für jeden Container drehte er elfmal den Kopf.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'Nothing may hang in the sight line, nothing may glow at night, and a cabin is out of service for at most one shift. Gloves stay on.',
          'Nichts darf im Sichtfeld hängen, nichts nachts leuchten, und eine Kabine darf höchstens eine Schicht stillstehen. Die Handschuhe bleiben an.',
        ),
        ul(
          ['Sunlight up to 90,000 lux', 'Vibration at 4 to 8 hertz', 'One spare hand, sometimes'],
          ['Sonnenlicht bis 90 000 Lux', 'Vibration von 4 bis 8 Hertz', 'Manchmal eine freie Hand'],
        ),
      ],
    },
    {
      kind: 'approach',
      title: t('Next, not everything', 'Das Nächste, nicht alles'),
      body: [
        p(
          'A small display at knee height, just below the glass floor, shows the next move only. Everything else became sound: three tones, chosen by the operators, one of which means “take your time”.',
          'Eine kleine Anzeige auf Kniehöhe, knapp unter dem Glasboden, zeigt nur den nächsten Hub. Alles andere wurde Klang: drei Töne, von den Kranführern gewählt, einer davon heißt „Lass dir Zeit“.',
        ),
        gallery(
          'grid',
          ['cabin-tablet', t('The only screen left', 'Der einzige Bildschirm, der blieb')],
          ['quay-dusk', t('Brightness follows the sky', 'Die Helligkeit folgt dem Himmel')],
          ['yard-night', t('The view from above, 02:00', 'Der Blick von oben, 02:00 Uhr')],
        ),
        compare(
          [t('Before', 'Vorher'), t('Now', 'Jetzt')],
          [t('Screens', 'Bildschirme'), '4', '1'],
          [t('Warning sounds', 'Warntöne'), '23', '3'],
          [
            t('Words on the display', 'Wörter auf der Anzeige'),
            t('about 180', 'rund 180'),
            t('six', 'sechs'),
          ],
        ),
      ],
    },
    {
      kind: 'outcome',
      body: [
        p(
          'Eleven glances became 3.3. Moves per hour rose by 3.5 without anyone asking for it; operators say they are less tired at the end, which is what we had wanted to measure and could not.',
          'Aus elf Blicken wurden 3,3. Die Hübe je Stunde stiegen um 3,5, ohne dass es jemand verlangt hätte; die Kranführer sagen, sie seien am Ende weniger müde. Genau das wollten wir messen und konnten es nicht.',
        ),
        quote(
          t(
            'I hear when it is my turn. I had forgotten what that is like.',
            'Ich höre, wann ich dran bin. Ich hatte vergessen, wie das ist.',
          ),
          'Operator, crew C',
          t('crane 6', 'Kran 6'),
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'Tones age badly. After half a year nobody could name the third one, and we had to bring its author back to explain it. Next time the tones will be part of the induction, not of the manual.',
          'Töne altern schlecht. Nach einem halben Jahr konnte niemand den dritten benennen, und wir holten seine Erfinderin zurück. Beim nächsten Mal gehören die Töne zur Einweisung, nicht ins Handbuch.',
        ),
        timeline(
          [t('Month 1', 'Monat 1'), t('Counting', 'Zählen'), t('Eleven glances.', 'Elf Blicke.')],
          [
            t('Month 4', 'Monat 4'),
            t('Cardboard', 'Pappe'),
            t(
              'A paper display, moved by a colleague lying on the floor.',
              'Eine Anzeige aus Papier, bewegt von einem Kollegen am Boden.',
            ),
          ],
          [
            t('Month 9', 'Monat 9'),
            t('All fourteen cranes', 'Alle vierzehn Krane'),
            t('One shift each.', 'Je eine Schicht.'),
          ],
        ),
      ],
    },
  ],
}
