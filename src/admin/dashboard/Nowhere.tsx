// For somebody who belongs to no tenant yet, and for the operator of an empty installation.
import { Button } from '@payloadcms/ui'
import { Mark } from '../brand/Mark.tsx'
import type { Translate } from '../translations/types.ts'

export const Nowhere = ({ isOperator, t }: { isOperator: boolean; t: Translate }) => (
  <div className="vitrine-nowhere">
    <Mark size={48} />
    <h1>{isOperator ? t('nowhere:operatorTitle') : t('nowhere:title')}</h1>
    <p>{isOperator ? t('nowhere:operatorText') : t('nowhere:text')}</p>
    {isOperator ? (
      <Button el="link" margin={false} to="/admin/collections/tenants/create">
        {t('nowhere:operatorAction')}
      </Button>
    ) : null}
  </div>
)
