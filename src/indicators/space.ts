import type { Text } from "../survey/language.ts";
import { categoryAt, positionOf } from "./category.ts";
import { shareWhere } from "./count.ts";
import { defineIndicator } from "./define.ts";
import { ratio, share } from "./ratio.ts";
import { countyTown, servicePlan, surveyPractice } from "./sources.ts";

export const areaPer100Households = defineIndicator({
  id: "area_per_100_households",
  theme: "space",
  title: {
    en: "Facility floor space per 100 households",
    "zh-CN": "每百户设施面积",
    "zh-TW": "每百戶設施面積",
  },
  unit: "m² per 100 households",
  decimals: 1,
  ...ratio("facility_area", "households", 100),
  source: servicePlan,
  reading: {
    en: "All service facilities, not the offices only.",
    "zh-CN": "指综合服务设施面积，不是办公用房面积。",
    "zh-TW": "指綜合服務設施面積，不是辦公用房面積。",
  },
  norm: { subjects: ["area_per_100_households"] },
  examples: [
    {
      given: { facility_area: [300, 900], households: [1500, 2500] },
      expected: { value: 30 },
      source: "(300 + 900) ÷ (1500 + 2500) × 100 = 30; the mean of 20 and 36 is another number",
    },
  ],
});

const tenureShare = (formula: Text, tenures: readonly string[]) =>
  shareWhere({
    needs: ["space_tenure"],
    formula,
    test: (totals) => {
      const tenure = categoryAt(totals, "space_tenure");
      return (index) => {
        const id = tenure(index);
        return typeof id === "string" ? tenures.includes(id) : id;
      };
    },
  });

const rented = positionOf("space_tenure", "rented");
const none = positionOf("space_tenure", "none");
const own = positionOf("space_tenure", "own");
const borrowed = positionOf("space_tenure", "borrowed");

export const rentedShare = defineIndicator({
  id: "rented_share",
  theme: "space",
  title: { en: "Communities that rent their premises", "zh-CN": "租借比例", "zh-TW": "租借比例" },
  unit: "%",
  decimals: 1,
  ...tenureShare(
    {
      en: "communities that rent ÷ communities that report the tenure",
      "zh-CN": "租用社区数 ÷ 填报产权性质的社区数",
      "zh-TW": "租用社區數 ÷ 填報產權性質的社區數",
    },
    ["rented"],
  ),
  source: surveyPractice,
  examples: [
    {
      given: { space_tenure: [rented, own, none, null] },
      expected: { value: 100 / 3 },
      decimals: 9,
      source: "1 of the 3 that report it",
    },
  ],
});

export const withoutOwnPremisesShare = defineIndicator({
  id: "without_own_premises_share",
  theme: "space",
  title: {
    en: "Communities without premises of their own",
    "zh-CN": "无自有用房比例",
    "zh-TW": "無自有用房比例",
  },
  unit: "%",
  decimals: 1,
  ...tenureShare(
    {
      en: "communities that rent, borrow or have none ÷ communities that report the tenure",
      "zh-CN": "租用、借用或无用房的社区数 ÷ 填报产权性质的社区数",
      "zh-TW": "租用、借用或無用房的社區數 ÷ 填報產權性質的社區數",
    },
    ["rented", "borrowed", "none"],
  ),
  source: surveyPractice,
  reading: {
    en: "Overlaps with the share that rents: who rents has no premises of its own.",
    "zh-CN": "与租借比例有重叠：租用者即无自有用房。",
    "zh-TW": "與租借比例有重疊：租用者即無自有用房。",
  },
  examples: [
    {
      given: { space_tenure: [rented, rented, own, own] },
      expected: { value: 50 },
      source: `${countyTown}: 2 of 4 have none of their own and rent`,
    },
    {
      given: { space_tenure: [rented, borrowed, none, own] },
      expected: { value: 75 },
      source: "rented, borrowed and none: 3 of 4",
    },
  ],
});

export const activityAreaShare = defineIndicator({
  id: "activity_area_share",
  theme: "space",
  title: {
    en: "Activity space in the service facilities",
    "zh-CN": "活动区占比",
    "zh-TW": "活動區占比",
  },
  unit: "%",
  decimals: 1,
  ...share("activity_area", "facility_area"),
  source: servicePlan,
  norm: { subjects: ["activity_area_share"] },
  examples: [
    {
      given: { activity_area: [200, 400], facility_area: [500, 500] },
      expected: { value: 60 },
      source: "(200 + 400) ÷ (500 + 500) = 60 %",
    },
  ],
});
