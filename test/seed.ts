import fc from "fast-check";

/**
 * Property tests draw the same inputs on every run, so that a change is judged by what it changed. `npm run properties` draws others,
 * and prints the seed of what it finds; a case found so is added to the tests by hand.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_121) });
