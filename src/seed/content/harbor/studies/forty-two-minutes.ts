// Trucks now pass the gate in 26 minutes instead of 42, and nobody leaves the cab.
import {
  beforeAfter,
  by,
  callToAction,
  code,
  compare,
  downloads,
  embed,
  gallery,
  guest,
  h3,
  metric,
  p,
  quote,
  t,
  testimonial,
  timeline,
  ul,
  video,
} from '../../body.ts'
import type { Study } from '../../types.ts'

export const fortyTwoMinutes: Study = {
  slug: 'forty-two-minutes',
  title: t('Forty-two minutes at the gate', 'Zweiundvierzig Minuten am Tor'),
  headline: t(
    'Trucks now pass the gate in 26 minutes instead of 42, and nobody leaves the cab',
    'Lastwagen passieren das Tor in 26 statt 42 Minuten, und niemand steigt mehr aus',
  ),
  formerHeadline: 'Trucks pass the gate faster',
  summary: t(
    'Papers, weight and place used to be sorted out at a window. Now they are settled before the truck arrives, and the barrier only has to recognise it.',
    'Papiere, Gewicht und Stellplatz wurden am Schalter geklärt. Heute steht alles fest, bevor der Lastwagen kommt; die Schranke muss ihn nur noch erkennen.',
  ),
  cover: 'gate-phones',
  client: 'lindqvist-haulage',
  outcomes: [
    {
      label: t('median turn time per truck', 'Durchlaufzeit je Lastwagen (Median)'),
      value: -38,
      unit: '%',
      before: 42,
      after: 26,
      timeframe: t('March to November 2025', 'März bis November 2025'),
      source: t('Gate log, gates 1 to 3', 'Torprotokoll, Tore 1 bis 3'),
    },
    {
      label: t(
        'trucks whose papers are complete on arrival',
        'Lastwagen mit vollständigen Papieren bei Ankunft',
      ),
      value: 91,
      unit: '%',
      before: 54,
      after: 91,
      timeframe: t('November 2025', 'November 2025'),
      source: t('Pre-notification service', 'Voranmeldedienst'),
    },
    {
      label: t('idling diesel saved', 'eingesparter Diesel im Stand'),
      value: 310,
      unit: 't',
      timeframe: t('projected for a full year', 'hochgerechnet auf ein Jahr'),
      source: t('Port authority, emissions model 2.1', 'Hafenbehörde, Emissionsmodell 2.1'),
    },
    {
      label: t('drivers who leave the cab at the gate', 'Fahrer, die am Tor aussteigen'),
      value: 4,
      unit: '%',
      before: 100,
      after: 4,
      timeframe: t('October 2025', 'Oktober 2025'),
      source: t('Count by two observers', 'Zählung durch zwei Beobachter'),
    },
  ],
  services: ['operations-design', 'mobile-apps'],
  industries: ['road-and-rail', 'container-terminal'],
  technologies: ['typescript', 'postgresql', 'edifact', 'websockets'],
  year: 2025,
  timeframe: t('September 2024 – November 2025', 'September 2024 – November 2025'),
  credits: [
    by('tarek-osei', 'Product lead', 'Produktleitung'),
    by('liv-sundqvist', 'Interface design', 'Interface-Design'),
    by('mateus-ferro', 'Engineering', 'Entwicklung'),
    by('hanneke-dreyer', 'Slot model', 'Zeitfenstermodell'),
    by('samir-haddad', 'Shift liaison', 'Schichtverbindung'),
    guest('Birgit Lindqvist', 'First driver through', 'Erste Fahrerin', 'https://lindqvist.test'),
  ],
  testimonials: ['gate-driver'],
  related: ['fog', 'one-plan-nine-berths', 'quiet-cabin'],
  featured: true,
  published: '2026-01-15',
  chapters: [
    {
      kind: 'challenge',
      title: t('A window nobody liked', 'Ein Schalter, den niemand mochte'),
      body: [
        p(
          'Every truck that came for a container stopped three times: at a barrier, at a window and at a second barrier. At the window a driver handed over papers that the terminal already had, mostly, and a clerk typed them in again. In the morning peak the queue reached the motorway.',
          'Jeder Lastwagen, der einen Container holte, hielt dreimal: an einer Schranke, an einem Schalter, an einer zweiten Schranke. Am Schalter gab der Fahrer Papiere ab, die der Terminal meist schon hatte, und jemand tippte sie noch einmal ein. In der Morgenspitze stand die Schlange bis zur Autobahn.',
        ),
        metric(
          {
            label: t('median turn time', 'Durchlaufzeit, Median'),
            value: 42,
            unit: 'min',
            timeframe: t('before, spring 2024', 'vorher, Frühjahr 2024'),
            source: t('Gate log', 'Torprotokoll'),
          },
          {
            label: t('of it spent at the window', 'davon am Schalter'),
            value: 19,
            unit: 'min',
            timeframe: t('before, spring 2024', 'vorher, Frühjahr 2024'),
            source: t('Stopwatch, 412 trucks', 'Stoppuhr, 412 Lastwagen'),
          },
        ),
        p(
          'Tarek spent four weeks in the queue with a thermos and a stopwatch. The surprise was not that the window was slow. It was that it was slow for _the same eleven reasons_, and that nine of them were known hours before the truck left its yard.',
          'Tarek verbrachte vier Wochen mit Thermoskanne und Stoppuhr in der Schlange. Überraschend war nicht, dass der Schalter langsam war, sondern dass er es aus _immer denselben elf Gründen_ war, und neun davon standen fest, bevor der Lastwagen losfuhr.',
        ),
      ],
    },
    {
      kind: 'constraint',
      title: t('No new lanes, no new forms', 'Keine neue Spur, kein neues Formular'),
      body: [
        p(
          'The gate stands between a dyke and a listed customs house; there will never be another lane. Customs would not accept a new form within two years. And half of the drivers come once a month or less, so nothing that needs training would work.',
          'Das Tor liegt zwischen Deich und denkmalgeschütztem Zollhaus; eine weitere Spur wird es nie geben. Der Zoll hätte ein neues Formular frühestens in zwei Jahren akzeptiert. Und die Hälfte der Fahrer kommt höchstens einmal im Monat: Was Schulung braucht, scheitert.',
        ),
        compare(
          [t('At the window', 'Am Schalter'), t('Before arrival', 'Vor der Ankunft')],
          [
            t('Papers'),
            t('typed in again', 'noch einmal getippt'),
            t('checked by the service', 'vom Dienst geprüft'),
          ],
          [
            t('Weight', 'Gewicht'),
            t('weighed after a dispute', 'gewogen nach Streit'),
            t('taken from the weighbridge record', 'aus dem Wiegeprotokoll'),
          ],
          [
            t('Place in the yard', 'Stellplatz'),
            t('told over the radio', 'per Funk'),
            t('on the phone and on the lane sign', 'auf Telefon und Spurtafel'),
          ],
          [
            t('Mistakes', 'Fehler'),
            t('found by the crane', 'findet der Kran'),
            t('found by the sender', 'findet der Absender'),
          ],
        ),
      ],
    },
    {
      kind: 'approach',
      title: t('Move the window to the day before', 'Den Schalter auf den Vortag verlegen'),
      body: [
        p(
          'We left the gate as it was and moved the conversation. A haulier announces a truck the day before; the service compares the announcement with customs, weight and yard data and answers in one of two ways: _come_, or _this one thing is missing_. Never a list of eight.',
          'Wir ließen das Tor, wie es war, und verlegten das Gespräch. Die Spedition meldet den Lastwagen am Vortag an; der Dienst vergleicht die Meldung mit Zoll, Gewicht und Lager und antwortet auf eine von zwei Arten: _kommen_ oder _dies eine fehlt noch_. Nie mit einer Liste von acht Punkten.',
        ),
        gallery(
          'justified',
          [
            'gate-phone',
            t(
              'The pass. It works offline and from a printed sheet.',
              'Der Pass. Er gilt ohne Netz und auf Papier.',
            ),
          ],
          [
            'gate-map',
            t(
              'Eighteen minutes out, the lane is fixed.',
              'Achtzehn Minuten vorher steht die Spur fest.',
            ),
          ],
          ['quay-day', t('Where the containers go next.', 'Wohin die Container danach gehen.')],
        ),
        h3('Answers a machine can act on', 'Antworten, mit denen Maschinen arbeiten'),
        p(
          'Large hauliers do not want an app. They want their own system to know. The same answer therefore leaves as a message:',
          'Große Speditionen wollen keine App, ihr eigenes System soll Bescheid wissen. Dieselbe Antwort geht deshalb auch als Nachricht hinaus:',
        ),
        code(
          'json',
          'answer.json',
          '{\n  "truck": "OS-LQ 4410",\n  "slot": "2025-11-12T06:40/07:00",\n  "answer": "missing",\n  "missing": { "code": "vgm", "text": "Verified gross mass of MSKD 440 121 8" }\n}',
          t(
            'One missing thing at a time, with a code and a sentence.',
            'Immer nur ein fehlender Punkt, mit Code und Satz.',
          ),
        ),
        timeline(
          [
            t('Week 1', 'Woche 1'),
            t('One haulier, one lane', 'Eine Spedition, eine Spur'),
            t(
              'Lindqvist’s night trucks. Two of fourteen pass without stopping.',
              'Lindqvists Nachttouren. Zwei von vierzehn fahren ohne Halt durch.',
            ),
          ],
          [
            t('Week 9', 'Woche 9'),
            t('The barrier reads plates', 'Die Schranke liest Kennzeichen'),
            t(
              'Recognition at 97 percent in rain, after we moved the lamp, not the camera.',
              'Erkennung bei Regen 97 Prozent, nachdem wir die Lampe versetzt hatten, nicht die Kamera.',
            ),
          ],
          [
            t('Week 30', 'Woche 30'),
            t('The window closes', 'Der Schalter schließt'),
            t('It is now the drivers’ coffee counter.', 'Heute ist er die Kaffeetheke der Fahrer.'),
          ],
        ),
        embed(
          'https://www.openstreetmap.org/export/embed.html?bbox=9.92%2C53.51%2C10.02%2C53.55&layer=mapnik',
          t('Map of the gates and their approach', 'Karte der Tore und ihrer Zufahrt'),
          '4:3',
        ),
      ],
    },
    {
      kind: 'outcome',
      title: t('Twenty-six minutes', 'Sechsundzwanzig Minuten'),
      body: [
        p(
          'The median fell from 42 to 26 minutes. The longest tenth, which drivers remember, fell from 96 to 41. Complaints to the gate office went from 31 a week to four, one of which is always about the coffee.',
          'Der Median sank von 42 auf 26 Minuten. Das längste Zehntel, an das sich Fahrer erinnern, sank von 96 auf 41. Beschwerden gingen von 31 auf vier je Woche zurück, eine davon gilt immer dem Kaffee.',
        ),
        beforeAfter(
          'board-before',
          'board-after',
          [
            t('The clerk’s screen, 2024', 'Bildschirm am Schalter, 2024'),
            t('The shift’s board, 2025', 'Brett der Schicht, 2025'),
          ],
          t(
            'What the gate crew looks at: from a table of everything to a row for each lane.',
            'Was die Torschicht sieht: erst eine Tabelle mit allem, jetzt eine Zeile je Spur.',
          ),
        ),
        testimonial('gate-driver'),
        video(
          'https://vimeo.com/76979871',
          'quay-dawn',
          t(
            'One minute at gate 2, with sound off as in the cab.',
            'Eine Minute an Tor 2, ohne Ton wie im Fahrerhaus.',
          ),
        ),
        downloads(
          ['gate-report', t('Method and figures (PDF)', 'Methode und Zahlen (PDF)')],
          ['gate-captions', t('Captions of the film (VTT)', 'Untertitel zum Film (VTT)')],
        ),
      ],
    },
    {
      kind: 'reflection',
      title: t('What we would do differently', 'Was wir anders machen würden'),
      body: [
        p(
          'We asked hauliers too late. The first version told them everything that was wrong at once, because we were proud of knowing it. Answering with one missing thing was a driver’s idea and did more than the plate reader.',
          'Wir haben die Speditionen zu spät gefragt. Die erste Fassung nannte alle Fehler auf einmal, weil wir stolz waren, sie zu kennen. Nur einen fehlenden Punkt zu nennen, war die Idee eines Fahrers und brachte mehr als die Kennzeichenerkennung.',
        ),
        ul(
          [
            'The slot model still treats rain as an exception. In Ostrand it is not.',
            'Drivers without a smartphone, about one in nine, print the pass. We kept that and will keep it.',
          ],
          [
            'Das Zeitfenstermodell behandelt Regen noch als Ausnahme. In Ostrand ist er keine.',
            'Fahrer ohne Smartphone, etwa jeder neunte, drucken den Pass. Das bleibt so.',
          ],
        ),
        quote(
          t(
            'If it needs explaining at twenty to seven, it is wrong.',
            'Was man um zwanzig vor sieben erklären muss, ist falsch.',
          ),
          'Tarek Osei',
          t('Product lead', 'Produktleiter'),
        ),
        callToAction(
          t('The other side of the quay', 'Die andere Seite des Kais'),
          t(
            'How nine berths came to share one plan.',
            'Wie neun Liegeplätze zu einem gemeinsamen Plan kamen.',
          ),
          t('Read the study', 'Zur Studie'),
          { study: 'one-plan-nine-berths' },
        ),
      ],
    },
  ],
}
