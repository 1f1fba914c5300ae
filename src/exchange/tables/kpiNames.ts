/** The three figures everybody knows by their abbreviation; any other name is a KPI of the workshop's own. */
import { kpiKinds } from '../../model/records/kpi.ts'

export type KpiKind = (typeof kpiKinds)[number]

export function kpiKindOf(name: string): KpiKind {
  return kpiKinds.find((kind) => kind === name) ?? 'own'
}

export function kpiTitle(name: string): string {
  return kpiKindOf(name) === 'own' ? name : name.toUpperCase()
}
