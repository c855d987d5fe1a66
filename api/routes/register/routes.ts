import type { Deps } from '../../deps.ts'
import type { Route } from '../../http/route.ts'
import { centreDocuments } from '../../register/centres.ts'
import { countryDocuments } from '../../register/countries.ts'
import { programmeDocuments } from '../../register/programmes.ts'
import { candidateRoutes } from './candidates.ts'
import { contactRoutes } from './contacts.ts'
import { decideRoutes } from './decide.ts'
import { directoryRoutes } from './directory.ts'
import { documentRoutes } from './documents.ts'
import { importRoutes } from './import.ts'
import { mergeRoute } from './merge.ts'
import { partnerRoutes } from './partners.ts'
import { peopleRoutes } from './people.ts'

/** The register: partners, people, research centres, countries, programmes, candidates. */
export const registerRoutes = (deps: Deps): readonly Route[] => [
  ...importRoutes(deps),
  ...decideRoutes(deps),
  ...partnerRoutes(deps),
  ...contactRoutes(deps),
  mergeRoute(deps),
  ...directoryRoutes(deps),
  ...peopleRoutes(deps),
  ...documentRoutes(deps, centreDocuments),
  ...documentRoutes(deps, countryDocuments),
  ...documentRoutes(deps, programmeDocuments),
  ...candidateRoutes(deps),
]
