// Unplanned crane stops fell from 19 to 6 a month without one new sensor.
import { by, code, guest, metric, p, picture, t } from '../../body.ts'
import type { Study } from '../../types.ts'

export const maintenanceBeforeItHurts: Study = {
  slug: 'maintenance-before-it-hurts',
  title: t('Maintenance before it hurts', 'Hafeninfrastrukturinstandhaltungsplanung'),
  headline: t(
    'Unplanned crane stops fell from 19 to 6 a month without one new sensor',
    'Ungeplante Kranstillstände sanken von 19 auf 6 im Monat, ohne einen einzigen neuen Sensor',
  ),
  summary: t(
    'The data to see a failure coming was already written down, in four systems and one exercise book. We bound them into a single list for Monday morning.',
    'Was einen Ausfall ankündigt, stand längst geschrieben: in vier Systemen und einem Schulheft. Wir haben daraus eine Liste für Montagmorgen gemacht.',
  ),
  cover: 'quay-dusk',
  client: 'ostrand-port-authority',
  outcomes: [
    {
      label: t('unplanned crane stops per month', 'ungeplante Kranstillstände je Monat'),
      value: -68,
      unit: '%',
      before: 19,
      after: 6,
      timeframe: t('2024 compared with 2022', '2024 gegenüber 2022'),
      source: t('Fault log of the crane workshop', 'Störungsbuch der Kranwerkstatt'),
    },
    {
      label: t('spare parts ordered by express', 'per Express bestellte Ersatzteile'),
      value: 12,
      unit: '%',
      before: 47,
      after: 12,
      timeframe: t('2024'),
      source: t('Purchasing', 'Einkauf'),
    },
  ],
  services: ['planning-tools', 'real-time-data'],
  industries: ['container-terminal'],
  technologies: ['postgresql', 'mqtt'],
  year: 2024,
  timeframe: t('June 2023 – December 2024', 'Juni 2023 – Dezember 2024'),
  credits: [
    by('hanneke-dreyer', 'Model', 'Modell'),
    by('samir-haddad', 'Workshop liaison', 'Werkstattverbindung'),
    guest('Friedhelm Kruse', 'Author of the exercise book', 'Verfasser des Schulhefts'),
  ],
  published: '2025-03-04',
  chapters: [
    {
      kind: 'challenge',
      body: [
        p(
          'A crane that stops at night costs a ship its tide. The workshop knew this and kept everything: vibration, oil, hours, weather. Nobody could read it all, except Friedhelm, who wrote what he heard into an exercise book and was right more often than the vibration alarm.',
          'Ein Kran, der nachts steht, kostet ein Schiff die Tide. Die Werkstatt wusste das und hob alles auf: Vibration, Öl, Stunden, Wetter. Lesen konnte es niemand, außer Friedhelm, der ins Schulheft schrieb, was er hörte, und öfter recht hatte als der Vibrationsalarm.',
        ),
      ],
    },
    {
      kind: 'constraint',
      body: [
        p(
          'No budget for sensors, and Friedhelm retiring in eighteen months.',
          'Kein Geld für Sensoren, und Friedhelm ging in achtzehn Monaten in Rente.',
        ),
      ],
    },
    {
      kind: 'approach',
      title: t('The Monday list', 'Die Montagsliste'),
      body: [
        p(
          'We digitised eleven years of the exercise book and let its words, “sings”, “drags”, “smells of pear drops”, stand beside the measurements. A small model ranks the drives by how much last week resembles a week before a failure. The list has five rows. A human strikes out at least one.',
          'Wir haben elf Jahrgänge des Schulhefts erfasst und seine Wörter – „singt“, „schleppt“, „riecht nach Birnenbonbon“ – neben die Messwerte gestellt. Ein kleines Modell ordnet die Antriebe danach, wie sehr die letzte Woche einer Woche vor einem Ausfall gleicht. Die Liste hat fünf Zeilen. Mindestens eine streicht ein Mensch.',
        ),
        code(
          'sql',
          'monday.sql',
          "select drive, similarity, last_words\nfrom weekly_ranking\nwhere week = date_trunc('week', now())\norder by similarity desc\nlimit 5;",
          t(
            'The whole interface, for the first three months.',
            'Drei Monate lang die ganze Oberfläche.',
          ),
        ),
        picture('yard-laptop', t('Later it became a page.', 'Später wurde eine Seite daraus.')),
      ],
    },
    {
      kind: 'outcome',
      body: [
        metric({
          label: t('unplanned stops per month', 'ungeplante Stillstände je Monat'),
          value: 6,
          before: 19,
          after: 6,
          timeframe: t('2024'),
          source: t('Fault log', 'Störungsbuch'),
        }),
        p(
          'Six stops a month instead of nineteen, and fewer express parcels. The exercise book has a successor; she writes on a tablet and draws the sounds.',
          'Sechs Stillstände im Monat statt neunzehn, und weniger Expresspakete. Das Schulheft hat eine Nachfolgerin; sie schreibt auf einem Tablet und zeichnet die Geräusche.',
        ),
      ],
    },
    {
      kind: 'reflection',
      body: [
        p(
          'The German title of this study is one word of forty letters. It was the name of the committee that met for six years before us, and we keep it as a warning.',
          'Der Titel dieser Studie hat vierzig Buchstaben. So hieß der Ausschuss, der sechs Jahre vor uns tagte; wir behalten das Wort als Warnung.',
        ),
      ],
    },
  ],
}
