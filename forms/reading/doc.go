// Package reading makes answers out of what people already have. It knows the
// questionnaire, whose labels it looks for, and not which one it is. What it
// finds is a proposal: a person looks at it before anything is kept.
package reading
