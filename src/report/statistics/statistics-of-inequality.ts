import { defineStatistic, noUnit, same } from "./define.ts";

const spread = { command: "analyze --distribution" } as const;

/** How unequally a figure is spread over the communities. */
export const inequalityStatistics = [
  defineStatistic({
    id: "gini",
    title: { en: "Gini coefficient", "zh-CN": "基尼系数", "zh-TW": "吉尼係數" },
    formula: {
      en: "Σ(2i − n − 1)x₍ᵢ₎ ÷ (n Σx), values in rising order; weighted: Σᵢ Σⱼ wᵢ wⱼ |xᵢ − xⱼ| ÷ (2 W² × weighted mean)",
      "zh-CN":
        "Σ（2i − n − 1）x₍ᵢ₎ ÷（n Σx），数值由小到大排列；加权：Σᵢ Σⱼ wᵢ wⱼ |xᵢ − xⱼ| ÷（2 W² × 加权平均数）",
      "zh-TW":
        "Σ（2i − n − 1）x₍ᵢ₎ ÷（n Σx），數值由小到大排列；加權：Σᵢ Σⱼ wᵢ wⱼ |xᵢ − xⱼ| ÷（2 W² × 加權平均數）",
    },
    unit: noUnit,
    source: {
      en: "A. Sen, On Economic Inequality (1973); weighted: R. I. Lerman and S. Yitzhaki, Journal of Econometrics 42 (1989)",
      "zh-CN":
        "A. Sen，On Economic Inequality（1973年）；加权：R. I. Lerman、S. Yitzhaki，Journal of Econometrics 42（1989年）",
      "zh-TW":
        "A. Sen，On Economic Inequality（1973年）；加權：R. I. Lerman、S. Yitzhaki，Journal of Econometrics 42（1989年）",
    },
    reading: {
      en: "0 when all are equal, (n − 1) ÷ n when one community has everything; no small-sample correction. Weighted by residents, amounts are taken per resident.",
      "zh-CN":
        "各社区相等为0，全部集中于一个社区为（n − 1）÷ n；不作小样本修正。按居民数加权时，总量按人均计。",
      "zh-TW":
        "各社區相等為0，全部集中於一個社區為（n − 1）÷ n；不作小樣本修正。依居民數加權時，總量以人均計。",
    },
    ...spread,
  }),
  defineStatistic({
    id: "lorenz",
    title: { en: "Lorenz curve", "zh-CN": "洛伦兹曲线", "zh-TW": "羅倫茲曲線" },
    formula: {
      en: "from (0, 0) to (1, 1): share of the communities, the least first, against the share of the whole that they hold",
      "zh-CN": "自（0，0）至（1，1）：由小到大累计的社区占比，对应其所占总量的比重",
      "zh-TW": "自（0，0）至（1，1）：由小到大累計的社區占比，對應其所占總量的比重",
    },
    unit: noUnit,
    source: {
      en: "M. O. Lorenz, Methods of Measuring the Concentration of Wealth, Publications of the American Statistical Association 9 (1905)",
      "zh-CN":
        "M. O. Lorenz，Methods of Measuring the Concentration of Wealth，Publications of the American Statistical Association 9（1905年）",
      "zh-TW":
        "M. O. Lorenz，Methods of Measuring the Concentration of Wealth，Publications of the American Statistical Association 9（1905年）",
    },
    reading: {
      en: "Twice the area between it and the diagonal is the Gini coefficient.",
      "zh-CN": "曲线与对角线之间面积的两倍即基尼系数。",
      "zh-TW": "曲線與對角線之間面積的兩倍即吉尼係數。",
    },
    ...spread,
  }),
  defineStatistic({
    id: "theil",
    title: { en: "Theil's index", "zh-CN": "泰尔指数", "zh-TW": "泰爾指數" },
    formula: same("T = Σ sᵢ ln(sᵢ ÷ pᵢ)"),
    unit: noUnit,
    source: {
      en: "H. Theil, Economics and Information Theory (1967); the decomposition: F. Bourguignon, Econometrica 47 (1979)",
      "zh-CN":
        "H. Theil，Economics and Information Theory（1967年）；分解：F. Bourguignon，Econometrica 47（1979年）",
      "zh-TW":
        "H. Theil，Economics and Information Theory（1967年）；分解：F. Bourguignon，Econometrica 47（1979年）",
    },
    reading: {
      en: "s is a community's share of the whole, p its share of the communities (weighted: of the residents). 0 when all are equal. What differs within groups and between them adds up to it.",
      "zh-CN":
        "s 为该社区占总量的比重，p 为其占社区数（加权时为居民数）的比重。各社区相等为0。组内差异与组间差异之和即为该指数。",
      "zh-TW":
        "s 為該社區占總量的比重，p 為其占社區數（加權時為居民數）的比重。各社區相等為0。組內差異與組間差異之和即為該指數。",
    },
    ...spread,
  }),
] as const;
