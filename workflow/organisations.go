package workflow

import (
	"fmt"
	"strings"
)

// mostOrganisations is how many are kept of those who contributed.
const mostOrganisations = 100

// organisations are the names of who contributed, one a line, without the empty.
func organisations(names []string) ([]string, error) {
	kept := []string{}
	for i, name := range names {
		if strings.TrimSpace(name) == "" {
			continue
		}
		name, err := named(fmt.Sprintf("/organisations/%d", i), name, "")
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
