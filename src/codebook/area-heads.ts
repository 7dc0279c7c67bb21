/** A head that names units of area, their codes, or a figure of theirs: how fine the units are, and what the column holds of them. */
export interface AreaHead {
  readonly holds: "names" | "codes";
  /** Of two units the one of the higher rank lies in the other. */
  readonly rank: number;
}

/** Units of area, from the largest to the smallest; English ones by the key of a head (words joined with "_"). */
const units: readonly (readonly [number, string])[] = [
  [10, "country|nation|ctry"],
  [20, "state|province|region|rgn|autonomous_region|governorate|voivodeship|oblast|division"],
  [
    30,
    "prefecture|county|shire|city|municipality|municipal|regency|upazila|metropolitan_area|district|lad|utla|ltla|(?:local|unitary|combined)_authority(?:_(?:district|area))?|council(?:_area)?",
  ],
  [35, "borough|arrondissement|planning_area|electoral_district|constituency"],
  [
    40,
    "sub_?-?district|town|township|street|sub-?county|taluk|tehsil|block|commune|post(?:al)?_?code|zip(?:_?code)?|precinct",
  ],
  [50, "ward|parish|civil_parish|electoral_(?:ward|division)|quarter|subzone|mahalla"],
  [
    60,
    "village|barangay|brgy|neighbou?rhood|community|suburb|locality|hamlet|census_tract|tract|msoa|middle_layer_super_output_area",
  ],
  [
    65,
    "lsoa|lower_layer_super_output_area|data_zone|output_area|oa|block_group|census_block|enumeration_(?:area|district)|small_area",
  ],
];

const forms: readonly (readonly [RegExp, number])[] = units.map(([rank, words]) => [
  new RegExp(
    `^(?:name_of_(?:the_)?)?(?:the_)?(${words})s?(?:_?\\d{2}(?=_?(?:nm|cd)))?_?(?:(names?|nm|nmw|label|title)|(codes?|cd|id|ids|no|number|geoid|gss_?code|fips|gss))?(?:_?(?:19|20)\\d{2})?$`,
    "u",
  ),
  rank,
]);

const codeOf = /^(?:code|id|number)_of_(?:the_)?(.+)$/u;
/** Codes that by themselves say of what: of the units in the rows. */
const codes =
  /^(?:geo_?id\d?|geo\.id\d?|geography_?(?:code|id)|gss_?codes?|fips(?:_?code)?|ons_?code|area_?cd|geo_?code|place_?code|location_?code)$/u;
/** Names of whatever the rows are. */
const names =
  /^(?:geography(?:_?name)?|geo(?:graphic(?:al)?)?_?(?:area_?)?name|geo\.display_label|place_?name|area_?nm|location(?:_?name)?)$/u;

/** Chinese units above the community: one, or several of which each row has one: 县(市、区), 乡镇街道. */
const chinese: readonly (readonly [number, RegExp])[] = [
  [20, /^(?:所[属在])?(?:省|自治区|直辖市|省级)+(?:别|名|名称)?$/u],
  [30, /^(?:所[属在])?(?:地级市|地市|市|州|盟|自治州|城市|设区市)+(?:别|名|名称)?$/u],
  [35, /^(?:所[属在])?(?:县级市|自治县|县|市|区|旗|市辖区|新区|开发区)+(?:别|名|名称)?$/u],
  [
    40,
    /^(?:所[属在])?(?:建制镇|民族乡|乡|镇|街道|街道办|街道办事处|苏木|管委会|管区|片区|办事处|街)+(?:别|名|名称)?$/u,
  ],
];
const chineseArea =
  /^(?:所[属在])?(?:行政村|自然村|村民委员会|居民委员会|社区居民委员会|社区居委会|社区居委|居委会|村委会|居委|村委|嘎查|社区|村里|村居|居村|农村|屯|村|里)+(?:别|名|名称)?$/u;
const chineseCodes = /^(.{1,10}?)(?:代码|编码|代号|编号)$/u;

/** What a head says of units of area, by its comparison key; undefined where it says something else. */
export function areaHead(key: string): AreaHead | undefined {
  if (key.length > 48) return undefined;
  if (codes.test(key)) return { holds: "codes", rank: 65 };
  if (names.test(key)) return { holds: "names", rank: 62 };
  const of = codeOf.exec(key)?.[1];
  for (const [form, rank] of forms) {
    const found = form.exec(of ?? key);
    if (found)
      return { holds: of !== undefined || found[3] !== undefined ? "codes" : "names", rank };
  }
  if (!/\p{Script=Han}/u.test(key)) return undefined;
  const coded = chineseCodes.exec(key)?.[1];
  const text = coded ?? key;
  const rank = chineseArea.test(text) ? 60 : chinese.find(([, form]) => form.test(text))?.[0];
  return rank === undefined ? undefined : { holds: coded === undefined ? "names" : "codes", rank };
}

/** Units of this rank and finer are those that a survey is of; larger ones are what they lie in. */
export const RANK_OF_AREAS = 50;
