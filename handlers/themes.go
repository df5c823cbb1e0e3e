package handlers

import (
	"slices"
	"strings"

	"ahq/forms"
)

// themeBoxes let a requester say what an AHQ is about.
func themeBoxes(now []string) boxes {
	all := boxes{Name: "themes"}
	for _, theme := range forms.Themes() {
		all.Choices = append(all.Choices, choice{theme.ID, plain(theme.Name), slices.Contains(now, theme.ID)})
	}
	return all
}

func themesText(ids []string) phrase {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = forms.ThemeName(id)
	}
	return plain(strings.Join(names, "; "))
}
