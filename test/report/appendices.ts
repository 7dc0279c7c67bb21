/** Appendices that tests print in every format. */
export const appendices = [
  { name: "town-2007", norms: "js-jintan-2007-office,js-cz-2007-workers" },
  { name: "community-2009", norms: "ccp-general-branch,ccp-committee,cn-145-workers" },
  { name: "county-town", norms: "cn-census-hh" },
];
