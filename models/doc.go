// Package models is what ahq remembers, and the only package that knows GORM.
//
// Store reads: every reading of AHQs, responses, versions and editions takes the
// Scope of who is asking, and outside it the thing does not exist. Tx reads and
// writes, inside one transaction; only package workflow opens one.
package models
