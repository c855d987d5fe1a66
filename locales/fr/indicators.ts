import type { IndicatorMessages } from '../catalogue.ts'

export const indicators: IndicatorMessages = {
  names: {
    plansOnTime: 'Plans dans les temps',
    milestonesOnTime: 'Jalons tenus',
    pillarsCovered: 'Piliers couverts',
    completePartnerships: 'Partenariats complets, selon la règle',
    labelsHeld: 'Labels détenus',
  },
  formulas: {
    plansOnTime: 'Plans en vigueur sans aucun jalon en retard, rapportés à tous les plans en vigueur.',
    milestonesOnTime:
      'Jalons déclarés réalisés avant la fin de leur dernier jour, rapportés à tous les jalons réalisés ou dont le dernier jour est passé.',
    pillarsCovered:
      'Piliers actifs ou justifiés avec un établissement, rapportés aux quatre piliers de chaque établissement.',
    completePartnerships:
      'Établissements avec lesquels les quatre piliers ont été justifiés au cours des trois dernières années universitaires, l’année en cours comprise, rapportés à tous les établissements. Une personne décide ; ceci est ce que la règle proposerait.',
    labelsHeld: 'Labels détenus ce jour-là, rapportés à tous les labels connus.',
  },
  populations: {
    plansOnTime: 'Plans approuvés, en cours ou suspendus ; tant qu’un plan est suspendu, rien n’y est en retard.',
    milestonesOnTime:
      'Jalons des plans en vigueur ou clos, sans ceux qui ont été abandonnés ; un jalon reporté compte à sa nouvelle date, dans l’année universitaire de celle-ci.',
    pillarsCovered: 'Établissements partenaires qui ont un plan, même en rédaction, sauf abandonné.',
    completePartnerships: 'Établissements partenaires qui ont un plan, même en rédaction, sauf abandonné.',
    labelsHeld: 'Labels enregistrés, détenus ou non ; un label attribué plusieurs fois compte une fois.',
  },
  coverages: {
    none: 'aucune action',
    planned: 'prévu',
    active: 'actif',
    evidenced: 'justifié',
  },
}
