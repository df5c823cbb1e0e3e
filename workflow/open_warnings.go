package workflow

import (
	"sync"

	"ahq/forms"
	"ahq/models"
)

// OpenWarnings are those of each version that nobody confirmed before it was
// submitted, judged on that day as they were then. A version without any is left
// out.
func OpenWarnings(a models.AHQ, delivered []models.Delivered) (map[models.ResponseID]forms.Problems, error) {
	form, err := forms.Compile(a.Questionnaire)
	if err != nil {
		return nil, err
	}
	found := make([]forms.Problems, len(delivered))
	var all sync.WaitGroup
	for i, d := range delivered {
		if d.Version.Warnings > 0 {
			all.Go(func() {
				report := form.Check(d.Version.Content, forms.Asked{NCP: d.NCP, On: d.Version.SubmittedAt.In(brussels)})
				found[i] = report.Problems.Of(forms.Warning)
			})
		}
	}
	all.Wait()
	open := map[models.ResponseID]forms.Problems{}
	for i, d := range delivered {
		if len(found[i]) > 0 {
			open[d.Response.ID] = found[i]
		}
	}
	return open, nil
}
