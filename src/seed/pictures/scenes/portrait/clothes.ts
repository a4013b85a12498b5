// Necklines and collars.
import { darker, lighter } from '../../kit/colour.ts'
import { circle, path, stroke } from '../../kit/svg.ts'
import type { Face } from './face.ts'

export const collar = (wear: Face['wear'], cloth: string, skin: string, shade: string) => {
  switch (wear) {
    case 'crew':
      return (
        path('M322 716Q400 806 478 716L456 690H344Z', skin) +
        stroke('M318 716Q400 812 482 716', darker(cloth, 0.25), 13)
      )
    case 'turtle':
      return (
        path('M328 646Q400 676 472 646L480 742Q400 776 320 742Z', lighter(cloth, 0.08)) +
        stroke('M322 730Q400 766 478 730', darker(cloth, 0.25), 5)
      )
    case 'shirt':
      return (
        path('M344 690L400 800L456 690Z', skin) +
        path(
          'M336 676L300 720L352 800L400 772ZM464 676L500 720L448 800L400 772Z',
          lighter(cloth, 0.35),
        ) +
        stroke('M400 780V1000', darker(cloth, 0.2), 4) +
        circle(400, 850, 6, darker(cloth, 0.3)) +
        circle(400, 930, 6, darker(cloth, 0.3))
      )
    case 'blazer':
      return (
        path('M320 712L400 980L480 712L456 690H344Z', '#f2ede3') +
        path('M344 690Q400 760 456 690L400 740Z', skin) +
        path(
          'M318 704L240 770L280 830L256 850L400 1000V960ZM482 704L560 770L520 830L544 850L400 1000V960Z',
          darker(cloth, 0.16),
        ) +
        path('M350 690Q400 752 450 690L446 676H354Z', skin)
      )
    case 'vee':
      return (
        path('M318 712L400 850L482 712L456 690H344Z', skin) +
        stroke('M314 710L400 856L486 710', darker(cloth, 0.25), 13) +
        path('M344 690L400 730L456 690Z', shade, { opacity: 0.4 })
      )
    case 'hood':
      return (
        path('M322 716Q400 800 478 716L456 690H344Z', skin) +
        path(
          'M330 680C240 700 220 770 300 830C340 850 380 840 400 812C420 840 460 850 500 830C580 770 560 700 470 680C500 730 450 790 400 790C350 790 300 730 330 680Z',
          lighter(cloth, 0.1),
        ) +
        stroke('M372 826V920M428 826V920', lighter(cloth, 0.5), 6)
      )
  }
}
