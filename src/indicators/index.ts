import { membersMeanAge, residentsMeanAge } from "./age-mean.ts";
import { membersMedianAge, residentsMedianAge } from "./age-median.ts";
import {
  membersOldYoungRatio,
  residentsChildDependency,
  residentsOldDependency,
  residentsOldYoungRatio,
  residentsTotalDependency,
} from "./age-ratios.ts";
import {
  members35UnderShare,
  members60PlusShare,
  members65PlusShare,
  residents60PlusShare,
  residents65PlusShare,
  residentsUnder15Share,
} from "./age-shares.ts";
import { residentsAgeingLevel } from "./ageing-level.ts";
import { dualPostShare, fourBodiesCoverage } from "./bodies.ts";
import type { Indicator } from "./define.ts";
import {
  fundsPerHousehold,
  fundsPerResident,
  fundsPerWorker,
  partyFundsPerMember,
  personnelShare,
} from "./funding.ts";
import {
  admissionRate,
  collegeMemberShare,
  femaleMemberShare,
  floatingMemberShare,
  inServiceRatio,
  laidOffShare,
  retiredShare,
} from "./membership.ts";
import { myersIndex } from "./myers.ts";
import { officeAreaBands, officeAreaPerCommunity, officeAreaShortfall } from "./office.ts";
import {
  agreementCoverage,
  branchesWithoutVenueShare,
  buildingCoverage,
  meetingFulfilment,
  memberDensity,
  membersPerBranch,
} from "./organisation.ts";
import {
  floatingRatio,
  floatingShare,
  householdSize,
  populationDensity,
  sexRatio,
} from "./population.ts";
import {
  communityScale,
  householdsPerCommunity,
  membersPerCommunity,
  residentsPerCommunity,
} from "./scale.ts";
import {
  activityAreaShare,
  areaPer100Households,
  rentedShare,
  withoutOwnPremisesShare,
} from "./space.ts";
import {
  householdsPerWorker,
  licensedWorkerShare,
  residentsPerWorker,
  workersPer1000,
  workersPer10000,
} from "./staffing.ts";
import { eligibleTier, tierGap } from "./tiers.ts";
import { wageRatio } from "./wages.ts";
import { dibaoHouseholdRate, disabledRate, unemployedToResidents } from "./welfare.ts";
import { whippleIndex } from "./whipple.ts";
import { workersNeeded, workersShortfall } from "./workers-need.ts";

/** All indicators, in reading order. */
export const indicators = [
  householdSize,
  populationDensity,
  floatingShare,
  floatingRatio,
  communityScale,
  dibaoHouseholdRate,
  disabledRate,
  unemployedToResidents,
  householdsPerCommunity,
  residentsPerCommunity,
  membersPerCommunity,
  sexRatio,
  residents60PlusShare,
  residents65PlusShare,
  members60PlusShare,
  members65PlusShare,
  members35UnderShare,
  residentsUnder15Share,
  residentsOldYoungRatio,
  membersOldYoungRatio,
  residentsOldDependency,
  residentsChildDependency,
  residentsTotalDependency,
  residentsMedianAge,
  membersMedianAge,
  residentsMeanAge,
  membersMeanAge,
  residentsAgeingLevel,
  whippleIndex,
  myersIndex,
  membersPerBranch,
  memberDensity,
  eligibleTier,
  tierGap,
  retiredShare,
  laidOffShare,
  floatingMemberShare,
  inServiceRatio,
  femaleMemberShare,
  collegeMemberShare,
  admissionRate,
  branchesWithoutVenueShare,
  meetingFulfilment,
  dualPostShare,
  fourBodiesCoverage,
  agreementCoverage,
  buildingCoverage,
  workersPer1000,
  workersPer10000,
  workersNeeded,
  workersShortfall,
  householdsPerWorker,
  residentsPerWorker,
  licensedWorkerShare,
  areaPer100Households,
  officeAreaPerCommunity,
  officeAreaShortfall,
  officeAreaBands,
  rentedShare,
  withoutOwnPremisesShare,
  activityAreaShare,
  fundsPerResident,
  fundsPerHousehold,
  partyFundsPerMember,
  fundsPerWorker,
  personnelShare,
  wageRatio,
] as const satisfies readonly Indicator[];

const byId: ReadonlyMap<string, Indicator> = new Map(
  indicators.map((indicator): [string, Indicator] => [indicator.id, indicator]),
);

/** The indicator of that id; undefined without one. */
export const findIndicator = (id: string): Indicator | undefined => byId.get(id);
