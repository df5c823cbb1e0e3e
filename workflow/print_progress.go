package workflow

import (
	"slices"

	"ahq/models"
	"ahq/workflow/document"
)

// A PrintProgress says how many of the files that people usually want of an
// edition are printed, and which formats are in the usual layout.
type PrintProgress struct {
	Done, All int
	Ready     []document.Format
}

// PrintProgressOf an edition of which these files are printed.
func PrintProgressOf(printed []models.Print) PrintProgress {
	p := PrintProgress{All: len(wanted)}
	for _, one := range wanted {
		if !one.among(printed) {
			continue
		}
		p.Done++
		if !slices.Contains(p.Ready, one.Format) && one.layout().name == string(ByCountry) {
			p.Ready = append(p.Ready, one.Format)
		}
	}
	return p
}

// among says whether it was printed so.
func (one Wanted) among(printed []models.Print) bool {
	format, _ := FormatOf(one.Format)
	want := one.of(models.Compilation{}, format)
	return slices.ContainsFunc(printed, func(p models.Print) bool {
		return p.Format == want.Format && p.Layout == want.Layout && p.Ordering == want.Ordering && p.Records == want.Records
	})
}
