suppressPackageStartupMessages(library(data.table))
setDTthreads(2)
table <- fread(commandArgs(TRUE)[1], encoding = "UTF-8")
names <- names(table)
sums <- table[, lapply(.SD, sum), by = c(names[1]), .SDcols = names[4:11]]
sums[, rate := get(names[9]) / get(names[5]) * 1000]
print(head(sums[order(-rate)], 20))
