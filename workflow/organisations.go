package workflow

import (
	"fmt"
	"strings"
)

// The most that is kept of who contributed.
const (
	mostOrganisations   = 100
	longestOrganisation = 500
)

// organisations are the names of who contributed, one a line, without the empty.
func organisations(names []string) ([]string, error) {
	kept := []string{}
	for i, name := range names {
		at := fmt.Sprintf("/organisations/%d", i)
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		if len(name) > longestOrganisation || strings.ContainsAny(name, "\r\n") {
			return nil, invalid(at, "a name is one line of at most %d characters", longestOrganisation)
		}
		name, err := normal(at, name)
		if err != nil {
			return nil, err
		}
		kept = append(kept, name)
	}
	if len(kept) > mostOrganisations {
		return nil, invalid("/organisations", "name at most %d organisations", mostOrganisations)
	}
	return kept, nil
}
