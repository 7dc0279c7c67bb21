/** Prints the 20 communities with the most workers per 1,000 residents. */
module.exports = (groups) => {
  const rates = [...groups].map(([name, sums]) => [name, (sums[5] / sums[1]) * 1000]);
  rates.sort((a, b) => b[1] - a[1]);
  for (const [name, rate] of rates.slice(0, 20)) console.log(`${name}\t${rate}`);
};
