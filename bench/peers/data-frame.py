import sys
import pandas as pd

table = pd.read_csv(sys.argv[1])
names = list(table.columns)
if len(names) > 100:  # the table of single years of age
    males = table[[n for n in names if n.endswith("-男") and "歲" in n]].sum(axis=1)
    females = table[[n for n in names if n.endswith("-女") and "歲" in n]].sum(axis=1)
    old = table[[n for n in names if "歲" in n and int(n.split("歲")[0]) >= 60]].sum(axis=1)
    table["share"] = old / (males + females)
    print(table.nlargest(20, "share")[["村里", "share"]].to_string())
else:
    sums = table.groupby(names[0])[names[3:11]].sum()
    sums["rate"] = sums[names[8]] / sums[names[4]] * 1000
    print(sums.nlargest(20, "rate")["rate"].to_string())
