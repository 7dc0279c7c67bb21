# Expected figures for test/statistics: Rscript scripts/r/distribution.R > test/statistics/r-distribution.json
# Base R only. Gini is the mean difference of all pairs (its definition), not the rank formula of the program.

vectors <- list(
  residents = c(16000, 14853, 13921, 12764, 11637, 10982, 9868, 8927, 7863, 6938, 5847, 6103, 4297),
  office_area = c(620, 500, 144, 560, 96, 120, 72, 100, 85, 60, 55, 48, 40),
  members_tied = c(84, 89, 81, 78, 76, 72, 69, 66, 66, 63, 50, 51, 32),
  with_zeros = c(0, 0, 1.5, 7, 7, 7, 0.25, 1e6),
  two = c(3, 1),
  one = 42,
  equal = c(5, 5, 5, 5),
  tenths = c(0.1, 0.2, 0.3, 0.7, 1.1, 1e-9, 123456789.123)
)
weights <- list(
  residents = c(5483, 5157, 4716, 4412, 3879, 3794, 3291, 3106, 2643, 2394, 1978, 2113, 1397),
  office_area = c(16000, 14853, 13921, 12764, 11637, 10982, 9868, 8927, 7863, 6938, 5847, 6103, 4297),
  members_tied = c(16000, 14853, 13921, 12764, 11637, 10982, 9868, 8927, 7863, 6938, 5847, 6103, 4297),
  with_zeros = c(1, 2, 3, 4, 5, 6, 7, 0.5),
  two = c(1, 9),
  one = 7,
  equal = c(1, 2, 3, 4),
  tenths = c(10, 20, 30, 5, 1, 2, 0.001)
)
groups <- list(
  residents = c(rep("east", 6), rep("west", 7)),
  office_area = c(rep("east", 6), rep("west", 7)),
  members_tied = rep(c("a", "b", "c"), length.out = 13),
  with_zeros = c("a", "a", "b", "b", "b", "c", "c", "c"),
  two = c("a", "b"),
  one = "a",
  equal = c("a", "a", "b", "b"),
  tenths = c("a", "b", "a", "b", "a", "b", "a")
)

gini <- function(x, w = rep(1, length(x))) {
  pairs <- outer(x, x, function(a, b) abs(a - b)) * outer(w, w)
  sum(pairs) / (2 * sum(w)^2 * weighted.mean(x, w))
}
xlogx <- function(s, p) sum(ifelse(s == 0, 0, s * log(s / p)))
theil <- function(x, w, g) {
  s <- x * w / sum(x * w)
  p <- w / sum(w)
  S <- tapply(s, g, sum)
  P <- tapply(p, g, sum)
  inner <- sapply(names(S), function(k) {
    if (S[[k]] == 0) 0 else S[[k]] * xlogx(s[g == k] / S[[k]], p[g == k] / P[[k]])
  })
  c(total = xlogx(s, p), within = sum(inner), between = xlogx(S, P))
}

number <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
list_of <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")
strings <- function(x) paste0("[", paste0('"', x, '"', collapse = ", "), "]")
field <- function(name, text) paste0('      "', name, '": ', text)

one <- function(name) {
  x <- vectors[[name]]
  w <- weights[[name]]
  g <- groups[[name]]
  quantiles <- sapply(1:9, function(type) paste0('"', type, '": ', list_of(quantile(x, c(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1), type = type, names = FALSE))))
  ordered <- order(x)
  fields <- c(
    field("values", list_of(x)),
    field("weights", list_of(w)),
    field("groups", strings(g)),
    field("quantiles", paste0("{ ", paste(quantiles, collapse = ", "), " }")),
    field("mean", number(mean(x))),
    field("sd", number(sd(x))),
    field("cv", number(sd(x) / mean(x))),
    field("gini", number(gini(x))),
    field("weightedGini", number(gini(x, w))),
    field("theil", list_of(theil(x, rep(1, length(x)), g))),
    field("weightedTheil", list_of(theil(x, w, g))),
    field("lorenz", list_of(cumsum(sort(x)) / sum(x))),
    field("lorenzShare", list_of(cumsum(w[ordered]) / sum(w))),
    field("lorenzHeld", list_of(cumsum((x * w)[ordered]) / sum(x * w))),
    field("ranks", list_of(rank(-x, ties.method = "min")))
  )
  paste0('    "', name, '": {\n', paste(fields, collapse = ",\n"), "\n    }")
}

tails <- expand.grid(x = c(0.001, 0.5, 1, 4.2, 9, 10.9999, 11.0001, 16.9189776, 40, 150, 700), df = c(1, 2, 3, 9, 10, 40))
tails <- cbind(tails, p = pchisq(tails$x, tails$df, lower.tail = FALSE))
counts <- c(110, 115, 120, 125, 130, 135, 140, 145, 150, 155, 161, 162, 173, 184, 196, 207, 218, 229, 230, 231, 240, 250, 265, 270, 285, 290, 300, 315, 320, 335, 340,
            355, 362, 373, 384, 391, 400, 410, 425, 430, 446, 457, 468, 479, 480, 495, 500, 515, 520, 535, 540, 555)
digits <- as.vector(table(factor(counts %% 10, levels = 0:9)))
test <- chisq.test(digits, p = rep(0.1, 10))

cat("{\n")
cat(paste0('  "source": "', R.version.string, ', scripts/r/distribution.R",\n'))
cat('  "distributions": {\n', paste(sapply(names(vectors), one), collapse = ",\n"), "\n  },\n", sep = "")
cat('  "chiSquareTails": [\n', paste0("    ", apply(tails, 1, list_of), collapse = ",\n"), "\n  ],\n", sep = "")
cat('  "lastDigits": { "counts": ', list_of(counts), ', "digits": ', list_of(digits), ', "chiSquare": ', number(unname(test$statistic)), ', "p": ', number(test$p.value), " }\n", sep = "")
cat("}\n")
