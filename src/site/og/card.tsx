/**
 * The preview image of a page, drawn from its data in the manner of its theme: who, what, and the first outcome.
 * Plain boxes and inline styles, because that is all the drawing library knows.
 */
import type { OutcomeView, PaletteView, SiteView } from '../model.ts'
import { grounds } from '../color.ts'
import { scale } from '../components/Outcome.tsx'

export type OgContent = {
  site: SiteView
  kicker: string | null
  title: string
  claim: string | null
  outcome: OutcomeView | null
  palette: PaletteView | null
  /** The cover as a data address. */
  cover: string | null
  family: string
}

export const ogSize = { width: 1200, height: 630 }

export const ogCard = (content: OgContent) => cards[content.site.theme](content)

const titleSize = (title: string, large: number): number =>
  title.length > 70
    ? large * 0.58
    : title.length > 40
      ? large * 0.72
      : title.length > 22
        ? large * 0.86
        : large

const Broadsheet = ({ site, kicker, title, claim, outcome, family }: OgContent) => {
  const ink = '#1a1814'
  return (
    <div
      style={{
        ...frame,
        fontFamily: family,
        background: grounds.broadsheet.light,
        color: ink,
        padding: '52px 64px 56px',
      }}
    >
      <div
        style={{
          display: 'flex',
          justifyContent: 'space-between',
          fontSize: 30,
          paddingBottom: 18,
          borderBottom: `2px solid ${ink}`,
        }}
      >
        <span style={{ letterSpacing: -1 }}>{site.name}</span>
        <span style={{ fontSize: 24, color: '#665f53' }}>{kicker ?? ''}</span>
      </div>
      <div
        style={{
          display: 'flex',
          flex: 1,
          paddingTop: 34,
          fontSize: titleSize(title, 112),
          lineHeight: 0.98,
          letterSpacing: -3.2,
        }}
      >
        {title}
      </div>
      <div
        style={{
          display: 'flex',
          width: 1072,
          alignItems: 'center',
          borderTop: '1px solid #d8d1c3',
          paddingTop: 24,
          fontSize: 31,
          lineHeight: 1.25,
        }}
      >
        {outcome ? (
          <>
            <div
              style={{
                display: 'flex',
                flexShrink: 0,
                fontSize: 66,
                letterSpacing: -2,
                color: site.brand.primary.light,
                marginRight: 24,
              }}
            >
              {spaced(outcome.figure)}
            </div>
            <div style={{ display: 'flex', width: 1040 - 38 * outcome.figure.length }}>
              {cut(claim ?? outcome.label, 110)}
            </div>
          </>
        ) : (
          <span>{cut(claim ?? '', 130)}</span>
        )}
      </div>
    </div>
  )
}

const Gallery = ({ site, kicker, title, claim, outcome, palette, cover, family }: OgContent) => {
  const ground = palette?.ground.dark ?? grounds.gallery.dark
  const ink = palette?.ink.dark ?? '#f0efec'
  const quiet = palette?.quiet.dark ?? '#a3a19b'
  return (
    <div
      style={{ ...frame, flexDirection: 'row', fontFamily: family, background: ground, color: ink }}
    >
      <div
        style={{
          display: 'flex',
          width: 700,
          height: 630,
          background: palette?.dominant ?? '#333',
        }}
      >
        {cover && <img src={cover} width={700} height={630} style={{ objectFit: 'cover' }} />}
      </div>
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          width: 500,
          padding: '48px 44px',
          justifyContent: 'space-between',
        }}
      >
        <span style={{ fontSize: 26 }}>{site.name}</span>
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <span style={{ fontSize: titleSize(title, 62), lineHeight: 1.06, letterSpacing: -1.4 }}>
            {title}
          </span>
          <span style={{ fontSize: 24, color: quiet, marginTop: 16, lineHeight: 1.3 }}>
            {kicker ?? ''}
          </span>
          <span style={{ fontSize: 25, marginTop: 26, lineHeight: 1.3 }}>
            {outcome ? spaced(`${outcome.figure} ${outcome.label}`) : cut(claim ?? '', 110)}
          </span>
        </div>
      </div>
    </div>
  )
}

const Ledger = ({ site, kicker, title, claim, outcome, family }: OgContent) => {
  const ink = '#0f1112'
  const bars = outcome?.chart ? scale([outcome.chart.before, outcome.chart.after]) : []
  return (
    <div
      style={{
        ...frame,
        fontFamily: family,
        background: '#ffffff',
        color: ink,
        padding: '44px 56px 48px',
      }}
    >
      <div
        style={{
          display: 'flex',
          justifyContent: 'space-between',
          fontSize: 27,
          paddingBottom: 18,
          borderBottom: `3px solid ${ink}`,
        }}
      >
        <span>{site.name}</span>
        <span style={{ color: '#5d6468' }}>{kicker ?? ''}</span>
      </div>
      <div
        style={{
          display: 'flex',
          flex: 1,
          paddingTop: 28,
          fontSize: titleSize(title, 92),
          lineHeight: 1.0,
          letterSpacing: -3,
        }}
      >
        {title}
      </div>
      {outcome ? (
        <div style={{ display: 'flex', alignItems: 'flex-end', justifyContent: 'space-between' }}>
          <div style={{ display: 'flex', flexDirection: 'column', width: 470 }}>
            <span style={{ fontSize: 28, lineHeight: 1.2, color: '#5d6468' }}>
              {cut(outcome.label, 60)}
            </span>
            <span style={{ fontSize: 148, lineHeight: 1, letterSpacing: -7 }}>
              {spaced(outcome.figure)}
            </span>
          </div>
          {bars.length === 2 && (
            <div
              style={{
                display: 'flex',
                flexDirection: 'column',
                width: 560,
                fontSize: 26,
                paddingBottom: 14,
              }}
            >
              <OgBar
                start={bars[0]?.start ?? 0}
                width={bars[0]?.width ?? 0}
                fill="#5d6468"
                text={outcome.before ?? ''}
              />
              <OgBar
                start={bars[1]?.start ?? 0}
                width={bars[1]?.width ?? 0}
                fill={site.brand.primary.light}
                text={outcome.after ?? ''}
              />
            </div>
          )}
        </div>
      ) : (
        <span style={{ fontSize: 34, lineHeight: 1.25 }}>{cut(claim ?? '', 120)}</span>
      )}
    </div>
  )
}

const OgBar = ({
  start,
  width,
  fill,
  text,
}: {
  start: number
  width: number
  fill: string
  text: string
}) => (
  <div style={{ display: 'flex', alignItems: 'center', marginTop: 14 }}>
    <div style={{ display: 'flex', width: 410, height: 30, borderBottom: '2px solid #d3d7d9' }}>
      <div
        style={{
          display: 'flex',
          marginLeft: `${start}%`,
          width: `${width}%`,
          height: 28,
          background: fill,
        }}
      />
    </div>
    <span style={{ marginLeft: 18 }}>{spaced(text)}</span>
  </div>
)

const cards = { broadsheet: Broadsheet, gallery: Gallery, ledger: Ledger }

const frame = { display: 'flex', flexDirection: 'column', width: '100%', height: '100%' } as const

/** The static faces have no narrow no-break space. */
const spaced = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ').replace(/→/g, '–')

const cut = (text: string, most: number): string => {
  const clean = spaced(text)
  return clean.length <= most ? clean : `${clean.slice(0, clean.lastIndexOf(' ', most))} …`
}
