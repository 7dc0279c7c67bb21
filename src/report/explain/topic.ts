import type { Check } from "../../checks/define.ts";
import type { Variable } from "../../codebook/define.ts";
import type { Key } from "../../codebook/keys.ts";
import type { Indicator } from "../../indicators/define.ts";
import type { Norm } from "../../survey/norm.ts";
import type { AgeBand } from "../../survey/totals.ts";
import type { Statistic } from "../statistics/define.ts";

/** What an id that can be explained stands for. */
export type Topic =
  | { readonly kind: "indicator"; readonly id: string; readonly indicator: Indicator }
  | { readonly kind: "variable"; readonly id: string; readonly variable: Variable }
  | { readonly kind: "band"; readonly id: string; readonly band: AgeBand }
  | { readonly kind: "key"; readonly id: string; readonly key: Key }
  | { readonly kind: "norm"; readonly id: string; readonly norm: Norm }
  | { readonly kind: "statistic"; readonly id: string; readonly statistic: Statistic }
  | { readonly kind: "check"; readonly id: string; readonly check: Check };
