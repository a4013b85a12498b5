// Kiln’s people.
import { t } from '../body.ts'
import type { Person } from '../types.ts'

export const people: Record<string, Person> = {
  'edda-marquardt': {
    name: 'Edda Marquardt',
    role: t('Ceramicist, founder', 'Keramikerin, Gründerin'),
    bio: t(
      'Edda keeps 2,300 glaze samples and remembers the weather on the day each was fired.',
      'Edda besitzt 2 300 Glasurproben und weiß zu jeder, welches Wetter am Brenntag war.',
    ),
  },
  'jun-castellan': {
    name: 'Jun Castellan',
    role: t('Architect', 'Architekt'),
    bio: t(
      'Jun draws buildings from the joint outwards. He came for a façade in 2018 and never left.',
      'Jun entwirft Häuser von der Fuge aus. 2018 kam er für eine Fassade und blieb.',
    ),
  },
  'amara-nwosu': {
    name: 'Amara Nwosu',
    role: t('Graphic designer', 'Grafikdesignerin'),
    bio: t(
      'Amara makes signs that one only notices when they are missing. She teaches lettering on Fridays.',
      'Amara macht Zeichen, die erst auffallen, wenn sie fehlen. Freitags unterrichtet sie Schrift.',
    ),
  },
  'piet-lorentz': {
    name: 'Piet Lorentz',
    role: t('Kiln master', 'Brennmeister'),
    bio: t(
      'Piet fires. Everything else, he says, is preparation.',
      'Piet brennt. Alles andere, sagt er, ist Vorbereitung.',
    ),
  },
  'noor-esfahani': {
    name: 'Noor Esfahani',
    role: t('Textile designer', 'Textildesignerin'),
    bio: t(
      'Noor weaves what clay cannot do: corners, silence and warmth.',
      'Noor webt, was Ton nicht kann: Ecken, Stille und Wärme.',
    ),
  },
  'clara-voigtlaender': {
    name: 'Clara Voigtländer',
    role: t('Project management', 'Projektleitung'),
    bio: t(
      'Clara knows what a pallet of tiles weighs and who is allowed to lift it.',
      'Clara weiß, was eine Palette Fliesen wiegt und wer sie heben darf.',
    ),
  },
}
