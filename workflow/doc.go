// Package workflow decides what may happen to an AHQ and to a response, when,
// and by whom. It knows the clock and the store; it knows nothing of HTTP.
package workflow
