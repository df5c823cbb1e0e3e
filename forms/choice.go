package forms

import "strings"

// readChoice reads which option a text names: by its id, by its label, or by
// the longest label that stands in it. When two stand in it, none is chosen.
func readChoice(options []Option, raw string) Reading {
	return Reading{Reason: readReason(raw), Choice: &Choice{Choice: chosen(options, raw)}}
}

func chosen(options []Option, raw string) string {
	text := folded(raw)
	for _, o := range options {
		if strings.TrimSpace(raw) == o.ID || text != "" && text == folded(o.Label) {
			return o.ID
		}
	}
	return named(options, raw)
}

func named(options []Option, raw string) string {
	labels := &phrases[string]{}
	for _, o := range options {
		labels.add(o.Label, o.ID)
	}
	only := ""
	for rest := words(raw); len(rest) > 0; {
		id, taken := labels.at(rest)
		if id != "" && only != "" && id != only {
			return ""
		}
		if id != "" {
			only = id
		}
		rest = rest[max(taken, 1):]
	}
	return only
}
