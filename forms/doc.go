// Package forms knows what an Ad-Hoc Query asks and what counts as an answer.
//
// A Questionnaire is data. Compile turns it into a Form once; form.Check reads
// a Content against it and reports, all at once, what was understood (readings)
// and what somebody should look at (problems). Text that people typed is never
// altered: a reading stands beside it. The package is pure: no database, no
// HTTP, no clock.
package forms
