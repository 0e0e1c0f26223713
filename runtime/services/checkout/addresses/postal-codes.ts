// In a module of its own, to be loaded when it is needed: the package is CommonJS, whose names are there for certain
// only where they are imported statically.
export { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator';
