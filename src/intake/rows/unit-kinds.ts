/** Kinds of units by the ends of their names, the smallest first. */
const kinds: readonly RegExp[] = [
  /(?:社区|社區|居委会|居委會|村委会|村委會|[村里])$/u,
  /(?:街道|街道办事处|[镇鎮乡鄉])$/u,
  /[区區县縣旗]$/u,
  /(?:市|盟|州|地区|地區)$/u,
  /(?:省|自治区|自治區)$/u,
];

/** How large a kind of unit is, from 0, by the end of its name; undefined where that tells nothing. */
export function rankOfName(name: string): number | undefined {
  const rank = kinds.findIndex((kind) => kind.test(name));
  return rank === -1 ? undefined : rank;
}

/** Sums of units that bear no name of their own: those of a city without its counties, those of towns and of the countryside. */
const collective =
  /^(?:市辖区|市轄區|市区|市區|城区|城區|郊区|郊區|市本级|市直管|县级市|縣級市|城镇|城鎮|农村|農村|乡村|鄉村|直辖|直轄|直管|urban|rural|municipal districts?)(?:小?[计計])?$/iu;

/** Whether a name is that of no unit but of some units together: 市辖区, 农村, Urban. */
export const isCollective = (name: string): boolean => collective.test(name.trim());
